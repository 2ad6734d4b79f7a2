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
  /** Throws when the key is unknown. */
  open(storageKey: string): Promise<Readable>;
  remove(storageKey: string): Promise<void>;
}
