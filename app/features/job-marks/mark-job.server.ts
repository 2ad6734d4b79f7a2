import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { type JobMark, markSentence, OPPOSITE } from "#app/domain/job-mark.ts";
import { AGENCY_KIND, MOST_HIDDEN_JOBS, MOST_MUTED_EMPLOYERS } from "#app/domain/leave-out.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import {
  deleteHiddenJob,
  deleteMutedEmployer,
  deleteMutedEmployerKind,
  deleteSavedJob,
  findMarkableJob,
  insertHiddenJob,
  insertMutedEmployer,
  insertMutedEmployerKind,
  insertSavedJob,
} from "#db/queries/job-marks.ts";
import { countHiddenOpenJobs, countMutedEmployers } from "#db/queries/left-out-jobs.ts";

/** What was done, in words, and how to take it back. */
export interface MarkDone {
  slug: string;
  mark: JobMark;
  undo: JobMark;
  sentence: string;
}

/**
 * Says one thing about a job, or takes it back; doing it twice changes nothing. Throws "not-found" for a job that was
 * never public and "not-allowed" when the person already leaves out as many as a search can name.
 */
export async function markJob(
  { db }: Pick<Deps, "db">,
  { userId, slug, mark }: { userId: string; slug: string; mark: JobMark },
): Promise<MarkDone> {
  const job = await findMarkableJob(db, slug);
  if (!job) throw notFoundError();
  if (mark === "mute-kind" && job.employerKind !== AGENCY_KIND) throw notFoundError();
  await db.transaction().execute(async (trx) => {
    await DO[mark](trx, { userId, jobId: job.id, employerId: job.employerId });
    await refuseTooMany(trx, { userId, mark });
  });
  return { slug, mark, undo: OPPOSITE[mark], sentence: markSentence(mark, job) };
}

interface Ids {
  userId: string;
  jobId: string;
  employerId: string;
}

const DO: Record<JobMark, (db: Db, ids: Ids) => Promise<void>> = {
  save: insertSavedJob,
  unsave: deleteSavedJob,
  hide: insertHiddenJob,
  unhide: deleteHiddenJob,
  "mute-employer": insertMutedEmployer,
  "unmute-employer": deleteMutedEmployer,
  "mute-kind": (db, { userId }) => insertMutedEmployerKind(db, { userId, kind: AGENCY_KIND }),
  "unmute-kind": (db, { userId }) => deleteMutedEmployerKind(db, { userId, kind: AGENCY_KIND }),
};

async function refuseTooMany(
  db: Db,
  { userId, mark }: { userId: string; mark: JobMark },
): Promise<void> {
  if (mark === "hide" && (await countHiddenOpenJobs(db, userId)) > MOST_HIDDEN_JOBS) {
    throw new DomainError(
      "not-allowed",
      `You hide ${MOST_HIDDEN_JOBS.toLocaleString("en-US")} open jobs already. Narrow your search or mute an employer instead.`,
      "/applicant/hidden",
    );
  }
  if (mark === "mute-employer" && (await countMutedEmployers(db, userId)) > MOST_MUTED_EMPLOYERS) {
    throw new DomainError(
      "not-allowed",
      `You mute ${MOST_MUTED_EMPLOYERS} employers already. Take one off the list first.`,
      "/applicant/hidden",
    );
  }
}
