import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLocalFileStore, type FileStore } from "#app/platform/file-store.server.ts";

let root: string;

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(tmpdir(), "careercenter-files-"));
});
afterEach(() => fs.rm(root, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("%PDF-1.7 a résumé");

/** What the store does to the disk, in order: sync of a file or folder, rename, removal. */
async function watchDisk() {
  const seen: string[] = [];
  const names = new Map<number, string>();
  const probe = await fs.open(root, "r");
  const prototype = Object.getPrototypeOf(probe) as fs.FileHandle;
  await probe.close();
  const { open, rename } = fs;
  vi.spyOn(fs, "open").mockImplementation(async (...args) => {
    const handle = await open(...args);
    names.set(handle.fd, path.relative(root, String(args[0])));
    return handle;
  });
  const { sync } = prototype;
  vi.spyOn(prototype, "sync").mockImplementation(function (this: fs.FileHandle) {
    seen.push(`sync ${names.get(this.fd)}`);
    return sync.call(this);
  });
  vi.spyOn(fs, "rename").mockImplementation((from, to) => {
    seen.push(`rename ${path.relative(root, String(to))}`);
    return rename(from, to);
  });
  return seen;
}

async function keysIn(files: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { storageKey } of files.list()) keys.push(storageKey);
  return keys;
}

describe("the local file store", () => {
  it("gives back what was put, by a key that says nothing of it", async () => {
    const files = createLocalFileStore(root);
    const stored = await files.put(bytes);
    expect(stored).toMatchObject({ byteSize: bytes.length });
    expect(stored.storageKey).toMatch(/^[0-9a-f]{40}$/);
    expect(await buffer(await files.open(stored.storageKey))).toEqual(Buffer.from(bytes));
    const other = await files.put(bytes);
    expect(other.storageKey).not.toBe(stored.storageKey);
    expect(other.sha256).toBe(stored.sha256);
  });

  it("syncs the file before it gets its name, and the folder before the put is acknowledged", async () => {
    const files = createLocalFileStore(root);
    const seen = await watchDisk();
    const { storageKey } = await files.put(bytes);
    const folder = path.join(storageKey.slice(0, 2), storageKey.slice(2, 4));
    const atFile = seen.indexOf(`sync ${path.join("incoming", storageKey)}`);
    const atRename = seen.indexOf(`rename ${path.join(folder, storageKey)}`);
    expect(atFile).toBeGreaterThanOrEqual(0);
    expect(atRename).toBeGreaterThan(atFile);
    expect(seen.lastIndexOf(`sync ${folder}`)).toBeGreaterThan(atRename);
  });

  it("leaves nothing behind when the disk refuses", async () => {
    const files = createLocalFileStore(root);
    vi.spyOn(fs, "rename").mockRejectedValue(new Error("no space left"));
    await expect(files.put(bytes)).rejects.toThrow("no space left");
    expect(await fs.readdir(path.join(root, "incoming"))).toEqual([]);
  });

  it.each(["", "../../etc/passwd", "/etc/passwd", "a/b", "0".repeat(39), `${"0".repeat(40)}\0`])(
    "refuses the key %j before it touches the disk",
    async (key) => {
      const files = createLocalFileStore(root);
      const open = vi.spyOn(fs, "open");
      await expect(files.open(key)).rejects.toThrow("not a key");
      await expect(files.remove(key)).rejects.toThrow("not a key");
      expect(open).not.toHaveBeenCalled();
    },
  );

  it("throws on an unknown key and forgives removing it", async () => {
    const files = createLocalFileStore(root);
    await expect(files.open("0".repeat(40))).rejects.toMatchObject({ code: "ENOENT" });
    await files.remove("0".repeat(40));
  });

  it("lists what is stored and nothing half-written", async () => {
    const files = createLocalFileStore(root);
    expect(await keysIn(files)).toEqual([]);
    const one = await files.put(bytes);
    const two = await files.put(bytes);
    await files.remove(two.storageKey);
    expect(await keysIn(files)).toEqual([one.storageKey]);
  });
});
