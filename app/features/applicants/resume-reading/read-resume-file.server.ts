import { buffer } from "node:stream/consumers";
import { readResume } from "#app/domain/resume-reading/read-resume.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Unreadable } from "#app/platform/document-text/document-text.ts";
import { extractText } from "#app/platform/document-text/extract-text.server.ts";
import { findResumeToRead, finishReading } from "#db/queries/resume-readings.ts";
import { RESUME_CONTENT_TYPES } from "../resume-file.ts";

/** Why a résumé could not be read, and what its owner can do. */
const FAILURES: Record<Unreadable, string> = {
  encrypted:
    "This file is locked with a password, so we cannot read it. Save a copy without one and upload that.",
  damaged:
    "We could not read this file: it is damaged, or not built the way others are. Save it again as a PDF and upload that.",
  "no-text":
    "This file holds pictures of pages and no text, as a scanner makes them. Upload the document it was printed from, or fill in your profile by hand.",
  "too-large":
    "This file unpacks to far more than a resume holds, so we stopped reading it. Save it again as a PDF and upload that.",
  "too-slow":
    "Reading this file took too long, so we stopped. Save it again as a PDF without pictures and upload that.",
  "too-much-memory":
    "Reading this file took too much memory, so we stopped. Save it again as a PDF without pictures and upload that.",
};

/** Reads a résumé that waits for it and keeps what it proposes. Run by the worker; running it twice changes nothing. */
export async function readResumeFile(
  deps: Pick<Deps, "db" | "files" | "clock" | "log">,
  { resumeId }: { resumeId: string },
): Promise<void> {
  const file = await findResumeToRead(deps.db, resumeId);
  if (!file) return;
  const bytes = await buffer(await deps.files.open(file.storageKey));
  const kind = file.contentType === RESUME_CONTENT_TYPES.docx ? "docx" : "pdf";
  const started = performance.now();
  const text = await extractText(bytes, { kind });
  const tookMs = Math.round(performance.now() - started);
  if (!text.ok) {
    deps.log.info(
      { kind, byteSize: file.byteSize, why: text.why, tookMs },
      "a resume was unreadable",
    );
    return finishReading(deps.db, resumeId, { failure: FAILURES[text.why] });
  }
  const today = deps.clock().toISOString().slice(0, 10);
  const { pageCount, isCut } = text;
  const proposals = readResume(text.lines, today);
  deps.log.info(
    { kind, lines: text.lines.length, found: proposals.length, tookMs },
    "a resume was read",
  );
  await finishReading(deps.db, resumeId, { proposals, pageCount, isCut });
}
