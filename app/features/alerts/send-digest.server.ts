import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import type { WorkerDeps } from "#app/worker/worker-deps.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { leftOutOf } from "#db/queries/left-out-jobs.ts";
import {
  type ClaimedDigest,
  claimDigest,
  putOffDigest,
  releaseDigest,
  settleDigest,
} from "#db/queries/saved-search-digests.ts";
import { holdLedger, readMatchableJobs } from "#db/queries/saved-search-matching.ts";
import { digestEmail } from "./digest.email.ts";
import { whyMatched } from "./why-matched.ts";

/**
 * Sends a digest of the jobs that are open at this moment; nothing for a search paused or deleted since, or when none
 * is left, and later when the person chose another time since. A worker that dies between the hand-over and its note sends it again with the same Message-ID.
 */
export async function sendDigest(
  deps: Pick<WorkerDeps, "db" | "mailer" | "origin" | "clock">,
  { digestId }: { digestId: string },
): Promise<void> {
  const { db, mailer, origin, clock } = deps;
  const digest = await claimDigest(db, digestId);
  if (digest === null) return;
  if (digest === "held") throw new Error("Another worker is sending this digest.");
  let { tried } = digest;
  try {
    // A mail that may have arrived goes out again under its own Message-ID: put off, it would come as another.
    if (digest.isRescheduled && digest.status === "active" && !tried) {
      return await putOff(db, digestId);
    }
    const jobs = await jobsToTell({ db, clock }, digest);
    if (jobs.length > 0) {
      const { email: address } = digest;
      tried = true;
      await mailer.send(digestEmail({ ...digest, origin, address, jobs }), { id: digestId });
    }
  } catch (error) {
    await releaseDigest(db, digestId, { tried });
    throw error;
  }
  await settleDigest(db, digestId);
}

const putOff = (db: WorkerDeps["db"], digestId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    if (!(await holdLedger(trx))) throw new Error("Another worker holds the ledger of alerts.");
    await putOffDigest(trx, digestId);
  });

async function jobsToTell(
  { db, clock }: Pick<WorkerDeps, "db" | "clock">,
  { status, canReceive, params, jobIds, userId, withHidden }: ClaimedDigest,
) {
  if (status !== "active" || !canReceive) return [];
  const search = parseJobSearch(new URLSearchParams(params));
  const { query, near } = await readQuery({ db, clock }, search);
  const [hits, matchable, leftOut] = await Promise.all([
    listJobHits(db, jobIds, near),
    readMatchableJobs(db, jobIds),
    withHidden || userId === null ? new Set<string>() : leftOutOf(db, { userId, jobIds }),
  ]);
  const held = new Map(matchable.map(({ id, values }) => [id, new Set(values)]));
  const place = near?.label ?? null;
  return hits
    .filter(({ id }) => !leftOut.has(id))
    .map((hit) => ({
      hit,
      reasons: whyMatched(query, { hit, held: held.get(hit.id) ?? new Set(), place }),
    }));
}
