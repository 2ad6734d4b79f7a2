import type { TestProject } from "vitest/node";
import { type SiteAddress, startAppServer } from "#test/support/app-server.ts";
import { launchBrowserServer } from "#test/support/browser.ts";
import { shareServices } from "./services.ts";

declare module "vitest" {
  interface ProvidedContext {
    site: SiteAddress;
    /** WebSocket address of the run's Chromium. */
    browser: string;
  }
}

/** One built site and one Chromium for all end-to-end tests: each works with people and jobs of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, done } = await shareServices();
  project.provide("services", services);
  const browser = await launchBrowserServer();
  const server = await startAppServer(services).catch(async (error: unknown) => {
    await Promise.all([browser.close(), done()]);
    throw error;
  });
  const { stop, ...site } = server;
  project.provide("site", site);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await Promise.all([stop(), browser.close()]);
    await done();
  };
}
