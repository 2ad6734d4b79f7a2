import { readZipDirectory } from "#app/platform/zip-directory.ts";

export const MAX_RESUME_BYTES = 5 * 1024 * 1024;

const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
/** Unpacked to packed: documents stay below 30, bombs start in the hundreds. */
const MAX_RATIO = 100;

export type ResumeKind = "pdf" | "docx";

export const RESUME_CONTENT_TYPES: Record<ResumeKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export type CheckedResume = { ok: true; kind: ResumeKind } | { ok: false; sentence: string };

const refused = (sentence: string): CheckedResume => ({ ok: false, sentence });

/** What a file is by its content, whatever its name and stated type say. Never unpacks or renders it. */
export function checkResume(bytes: Uint8Array): CheckedResume {
  if (bytes.byteLength === 0) return refused("This file is empty.");
  if (bytes.byteLength > MAX_RESUME_BYTES) return refused(TOO_LARGE);
  if (startsWith(bytes, "%PDF-")) return checkPdf(bytes);
  if (startsWith(bytes, "PK\u0003\u0004")) return checkDocx(bytes);
  if (startsWith(bytes, OLE)) {
    return refused(
      "This is an old Word document, or one locked with a password. Save it as a PDF and choose that.",
    );
  }
  return refused("This is neither a PDF nor a Word document (.docx), whatever its name says.");
}

export const TOO_LARGE = "This file is larger than 5 MB. Save a smaller copy and choose that.";

/** The compound file of Word 97–2003, and the envelope of every password-protected document. */
const OLE = "\u00d0\u00cf\u0011\u00e0";

function checkPdf(bytes: Uint8Array): CheckedResume {
  const text = latin1(bytes);
  const tail = text.slice(-2_048);
  if (!tail.includes("%%EOF") || !text.includes("startxref")) {
    return refused("This PDF is cut off: its end is missing. Save it again and choose that.");
  }
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) {
    return refused(
      "This PDF is protected (a password, or limits on printing). Save a copy without protection, so that employers can open it.",
    );
  }
  return { ok: true, kind: "pdf" };
}

function checkDocx(bytes: Uint8Array): CheckedResume {
  const entries = readZipDirectory(bytes);
  if (!entries) {
    return refused("This Word document is damaged or cut off. Save it again and choose that.");
  }
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has("[Content_Types].xml") || !names.has("word/document.xml")) {
    return refused("This is an archive, not a Word document (.docx).");
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    return refused("This Word document is locked with a password. Save a copy without one.");
  }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) {
    return refused("This Word document carries macros. Save it as .docx without them.");
  }
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const bomb =
    unpacked > MAX_UNPACKED_BYTES ||
    unpacked > packed * MAX_RATIO ||
    // Entries that together claim more bytes than the file has overlap one another.
    packed > bytes.byteLength ||
    entries.some(({ size, compressedSize }) => size > Math.max(compressedSize, 64) * MAX_RATIO) ||
    entries.some(({ name }) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name));
  if (bomb)
    return refused("This Word document is built in a way we do not accept. Save it as PDF.");
  return { ok: true, kind: "docx" };
}

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  latin1(bytes.subarray(0, signature.length)) === signature;

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/**
 * A name for display and download: no folders, control characters or tricks with the reading direction, at most
 * 100 characters, and the ending its content has.
 */
export function resumeFilename(given: string, kind: ResumeKind): string {
  const base = (given.toWellFormed().split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"|?*;%]/g, "_")
    .replace(/\.(pdf|docx?)$/i, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return `${[...base].slice(0, 95).join("") || "resume"}.${kind}`;
}
