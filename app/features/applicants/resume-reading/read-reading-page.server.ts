import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { findReading, type ResumeReading } from "#db/queries/resume-readings.ts";
import { findResume } from "#db/queries/resumes.ts";
import { type ReviewItem, reviewItems } from "../proposals/review-items.ts";

/** After so long the worker is not merely busy. */
const LATE_MS = 60_000;

export interface ReadingPage {
  resume: { filename: string };
  reading: {
    state: "none" | "waiting" | "late" | "read" | "unreadable";
    failure: string | null;
    isCut: boolean;
  };
  items: ReviewItem[];
  version: number;
  isDraft: boolean;
}

/** What the page of a résumé's reading shows its owner. Throws `DomainError("not-found")` for anyone else. */
export async function readReadingPage(
  { db }: Pick<Deps, "db">,
  ids: { userId: string; resumeId: string },
): Promise<ReadingPage> {
  const resume = await findResume(db, ids);
  if (!resume) throw notFoundError();
  const [reading, { profile, version, draft }] = await Promise.all([
    findReading(db, ids),
    readProfile(db, ids.userId),
  ]);
  return {
    resume: { filename: resume.filename },
    reading: {
      state: stateOf(reading),
      failure: reading?.failure ?? null,
      isCut: reading?.isCut ?? false,
    },
    items: reviewItems(profile, reading?.proposals ?? []),
    version,
    isDraft: draft !== null,
  };
}

function stateOf(reading: ResumeReading | null): ReadingPage["reading"]["state"] {
  if (!reading) return "none";
  if (reading.status !== "waiting") return reading.status;
  return Date.now() - reading.requestedAt.getTime() > LATE_MS ? "late" : "waiting";
}
