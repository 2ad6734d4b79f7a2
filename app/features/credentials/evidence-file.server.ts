import sharp from "sharp";
import { checkResume } from "#app/features/applicants/resume-file.ts";
import { imageTypeOf } from "#app/features/employers/image-signature.ts";
import { EVIDENCE_TOO_LARGE, MAX_EVIDENCE_BYTES } from "./evidence-limits.ts";

const MOST_PIXELS = 40_000_000;
/** Enough to read the small print of a letter-size page. */
const SIDE = 2_400;

export type CheckedEvidence =
  | { ok: true; bytes: Uint8Array; contentType: "application/pdf" | "image/jpeg" }
  | { ok: false; sentence: string };

/**
 * What is kept of a file sent as evidence, by its content: a PDF as it is, a picture written anew as JPEG, so that
 * nothing but its pixels survives (a photograph of a certificate tells where it was taken).
 */
export async function checkEvidence(bytes: Uint8Array): Promise<CheckedEvidence> {
  if (bytes.byteLength > MAX_EVIDENCE_BYTES) return { ok: false, sentence: EVIDENCE_TOO_LARGE };
  if (imageTypeOf(bytes)) return await writtenAnew(bytes);
  const checked = checkResume(bytes);
  if (checked.ok && checked.kind === "pdf")
    return { ok: true, bytes, contentType: "application/pdf" };
  return {
    ok: false,
    sentence:
      checked.ok || !isPdf(bytes)
        ? "Choose a PDF, or a picture as JPEG or PNG. This is neither, whatever its name says."
        : checked.sentence,
  };
}

async function writtenAnew(bytes: Uint8Array): Promise<CheckedEvidence> {
  try {
    const picture = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 })
      .rotate()
      .resize({ width: SIDE, height: SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 85 })
      .toBuffer();
    return { ok: true, bytes: picture, contentType: "image/jpeg" };
  } catch {
    return {
      ok: false,
      sentence: "This picture is damaged or far too large. Take it again, or save it as PDF.",
    };
  }
}

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-";
