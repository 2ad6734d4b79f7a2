import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { childEnv } from "#app/platform/env.server.ts";
import { countPlaces } from "#app/platform/place-list.server.ts";
import { StartError } from "./start-error.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const STAMP = path.join(ROOT, "build", ".sources");
const SOURCES = ["app", "db", "search", "vite.config.ts", "remix.config.js", "package-lock.json"];

/** Builds the browser and server bundles unless the last build was of exactly these sources. */
export async function buildWhenStale(say: (sentence: string) => void): Promise<void> {
  const sources = await fingerprint();
  if (await isFresh(sources)) return;
  const cache = path.join(ROOT, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  // Two starts at once share one build folder: the second waits, then finds the work done.
  const turn = new DatabaseSync(path.join(cache, "careercenter-build.lock"), { timeout: 120_000 });
  try {
    turn.exec("begin exclusive");
    if (await isFresh(sources)) return;
    say("Building the site (only after a change)");
    await buildNow();
  } finally {
    turn.close();
  }
}

const isFresh = async (sources: string): Promise<boolean> =>
  existsSync(path.join(ROOT, "build/server/index.js")) &&
  (await readFile(STAMP, "utf8").catch(() => "")) === sources;

/** By content: a copied or checked-out tree has other times but the same build. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of await filesOf(path.join(ROOT, source))) {
      hash.update(`${path.relative(ROOT, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesOf(at: string): Promise<string[]> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return [at];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Builds whatever was built before; answers what the build said. Throws a sentence when it fails. */
export async function buildNow(): Promise<string> {
  const sources = await fingerprint();
  const command = remixCommand();
  const child = spawn(process.execPath, [command, "vite:build", "--logLevel", "warn"], {
    cwd: ROOT,
    env: childEnv({ NODE_ENV: "production" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new StartError(`The site does not build:\n${output.trim()}`);
  await writeFile(path.join(ROOT, "build", "places.json"), JSON.stringify(countPlaces()));
  await writeFile(STAMP, sources);
  return output;
}

function remixCommand(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("@remix-run/dev/package.json");
    return path.join(path.dirname(manifest), "dist", "cli.js");
  } catch {
    throw new StartError(
      "The site is not built and the build tools are not installed. Run npm ci without --omit=dev, then npm run build.",
    );
  }
}
