import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

export interface StoredBytes {
  /** Opaque and random; never derived from a file name. */
  storageKey: string;
  byteSize: number;
  /** Hex. */
  sha256: string;
}

/** Private bytes by opaque key. A put has reached the disk (file and directory) when its promise resolves. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<StoredBytes>;
  /** As `put`, without holding all of the bytes at once. */
  putStream(chunks: AsyncIterable<Uint8Array>): Promise<StoredBytes>;
  /** Throws when the key is unknown. */
  open(storageKey: string): Promise<Readable>;
  /** Removing what is not there is no error. */
  remove(storageKey: string): Promise<void>;
  /** Every stored key with the time it was stored, in no order. */
  list(): AsyncIterable<{ storageKey: string; storedAt: Date }>;
}

const KEY_SHAPE = /^[0-9a-f]{40}$/;
const TEMPORARY = "incoming";

/** Files below `root`, sharded by the first bytes of their key so that no folder grows past a few thousand. */
export function createLocalFileStore(root: string): FileStore {
  return {
    put: (bytes) => putStream(root, [bytes]),
    putStream: (chunks) => putStream(root, chunks),
    async open(storageKey) {
      const handle = await fs.open(pathOf(root, storageKey), "r");
      return handle.createReadStream();
    },
    async remove(storageKey) {
      const file = pathOf(root, storageKey);
      await fs.rm(file, { force: true });
      await syncFolder(path.dirname(file)).catch(ignoreMissing);
    },
    list: () => list(root),
  };
}

async function putStream(
  root: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredBytes> {
  const storageKey = randomBytes(20).toString("hex");
  const file = pathOf(root, storageKey);
  await makeFolder(root, path.dirname(file));
  await fs.mkdir(path.join(root, TEMPORARY), { recursive: true, mode: 0o700 });
  const temporary = path.join(root, TEMPORARY, storageKey);
  try {
    const written = await writeDurably(temporary, chunks);
    await fs.rename(temporary, file);
    // The rename itself is lost in a power cut until the folder that names the file is on disk too.
    await syncFolder(path.dirname(file));
    return { storageKey, ...written };
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function writeDurably(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Omit<StoredBytes, "storageKey">> {
  const handle = await fs.open(file, "wx", 0o600);
  const hash = createHash("sha256");
  let byteSize = 0;
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk);
      hash.update(chunk);
      byteSize += chunk.byteLength;
    }
    await handle.sync();
    return { byteSize, sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

async function makeFolder(root: string, folder: string): Promise<void> {
  const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (!made) return;
  for (let at = path.dirname(folder); at.startsWith(root); at = path.dirname(at)) {
    await syncFolder(at);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Only a key of our own shape becomes a path: `..`, separators and NUL never reach the file system. */
function pathOf(root: string, storageKey: string): string {
  if (!KEY_SHAPE.test(storageKey)) throw new Error("That is not a key of the file store.");
  return path.join(root, storageKey.slice(0, 2), storageKey.slice(2, 4), storageKey);
}

async function* list(root: string): AsyncGenerator<{ storageKey: string; storedAt: Date }> {
  const folder = await fs.opendir(root, { recursive: true }).catch(ignoreMissing);
  if (!folder) return;
  for await (const entry of folder) {
    if (!entry.isFile() || !KEY_SHAPE.test(entry.name)) continue;
    const stat = await fs.stat(path.join(entry.parentPath, entry.name)).catch(ignoreMissing);
    if (stat) yield { storageKey: entry.name, storedAt: stat.mtime };
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
  throw error;
}
