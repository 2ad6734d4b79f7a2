import { storableText } from "#app/web/storable-values.ts";

export interface FileText {
  text: string;
  /** What was noticed, as a sentence; null when there is nothing to say. */
  note: string | null;
}

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** The text of a file, without the characters Postgres does not take. */
export function decodeFile(bytes: Uint8Array): FileText {
  const { text, note } = decode(bytes);
  return { text: storableText(text), note };
}

/**
 * By its byte-order mark, by the encoding its XML declaration names, as UTF-8, and failing that in
 * the Windows encoding that spreadsheets still write.
 */
function decode(bytes: Uint8Array): FileText {
  const bom = BOMS.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (bom) return { text: new TextDecoder(bom.encoding).decode(bytes), note: null };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/i.exec(head)?.[1];
  for (const encoding of [declared, "utf-8"]) {
    const text = encoding ? decodeStrictly(bytes, encoding) : null;
    if (text !== null) return { text, note: null };
  }
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    note: "This file is not in UTF-8. We read it as Windows-1252; check accents and dashes in the titles below.",
  };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What a file is by its beginning: XML starts with an angle bracket, a table never does. */
export const isXml = (text: string): boolean => /^[\s﻿]*</.test(text);
