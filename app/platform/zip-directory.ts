// Reads a ZIP's central directory and nothing else: no entry is unpacked here, so no bomb can go off.

export interface ZipEntry {
  name: string;
  encrypted: boolean;
  compressedSize: number;
  /** As the file states it. */
  size: number;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** Where the entry's own header starts. */
  offset: number;
}

const MAX_ENTRIES = 2_000;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;

/** The entries of a ZIP file; null when its directory is broken, in ZIP64 form, or longer than `MAX_ENTRIES`. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // Archives in several volumes, and ZIP64, whose counts read as all ones: no word processor writes either.
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return null;
  if (count === 0 || count > MAX_ENTRIES || start >= end) return null;

  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    if (
      next > end ||
      local + LOCAL_SIZE > start ||
      view.getUint32(local, true) !== LOCAL_SIGNATURE
    ) {
      return null;
    }
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      offset: local,
    });
    at = next;
  }
  return entries;
}

/** Where the end record starts: the last place whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

/** An entry's packed bytes, wherever its own header says they begin. */
export function packedBytes(bytes: Uint8Array, { offset, compressedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return bytes.subarray(start, start + compressedSize);
}
