import { holdsMark, JOB_MARKS, markSentence, OPPOSITE } from "#app/domain/job-mark.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findMarkableJob, readJobMarks } from "#db/queries/job-marks.ts";
import type { MarkDone } from "./mark-job.server.ts";

/** The address to go back to after a mark, which then says what was done. */
export function withMarked(path: string, { mark, slug }: Pick<MarkDone, "mark" | "slug">): string {
  const url = new URL(path, "http://here");
  url.searchParams.set("marked", `${mark}.${slug}`);
  return `${url.pathname}${url.search}`;
}

/** What an address says was done; null when it says nothing, or is not (or no longer) so for this person. */
export async function readMarked(
  { db }: Pick<Deps, "db">,
  { userId, params }: { userId: string; params: URLSearchParams },
): Promise<MarkDone | null> {
  const [word = "", slug = ""] = (params.get("marked") ?? "").split(".");
  const mark = JOB_MARKS.find((one) => one === word);
  const job = mark && (await findMarkableJob(db, slug));
  if (!mark || !job) return null;
  const marks = (await readJobMarks(db, { userId, jobIds: [job.id] }))[job.id];
  if (!marks || !holdsMark(mark, marks)) return null;
  return { slug, mark, undo: OPPOSITE[mark], sentence: markSentence(mark, job) };
}
