import { type BrowserServer, chromium } from "playwright-core";
import { findChromium } from "./browser-binary.ts";

const FLAGS = [
  // Root and containers have no user namespaces; every page here is our own.
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

async function options() {
  const binary = await findChromium();
  return {
    executablePath: binary.path,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...binary.env },
  };
}

/** A headless Chromium that other processes connect to with `chromium.connect(server.wsEndpoint())`. */
export const launchBrowserServer = async (): Promise<BrowserServer> =>
  chromium.launchServer(await options());
