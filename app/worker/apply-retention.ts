import { KEPT_DAYS } from "#app/domain/retention.ts";
import { capturedMailFolder, removeCapturedMail } from "#app/platform/captured-mail.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { blankApplications, blankTimelines } from "#db/queries/blank-application.ts";
import {
  deleteDeletedSearches,
  deleteIdleAlertAddresses,
  deleteOldAlertRequests,
  deleteSettledDigests,
} from "#db/queries/spent-alerts.ts";
import {
  deleteEndedHiddenJobs,
  deleteNeverVerified,
  deleteOldExports,
  deleteOldSeenJobs,
  holdOldApplications,
  purgeAudit,
} from "#db/queries/spent-personal-data.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "log" | "clock" | "varDir">;

const BATCH = 500;
const DAY_MS = 86_400_000;

/** Deletes or blanks what has been kept for as long as `KEPT_DAYS` says. */
export async function applyRetention({ db, log, clock, varDir }: Given): Promise<void> {
  const blanked = await inBatches(100, (limit) =>
    db.transaction().execute(async (trx) => {
      const ids = await holdOldApplications(trx, { days: KEPT_DAYS.closedApplication, limit });
      await blankApplications(trx, ids);
      await blankTimelines(trx, ids);
      return ids.length;
    }),
  );
  const deleted =
    (await inBatches(BATCH, (limit) => deleteOldSeenJobs(db, { days: KEPT_DAYS.seenJob, limit }))) +
    (await inBatches(BATCH, (limit) =>
      deleteEndedHiddenJobs(db, { days: KEPT_DAYS.endedHiddenJob, limit }),
    )) +
    (await inBatches(BATCH, (limit) =>
      deleteNeverVerified(db, { days: KEPT_DAYS.neverVerifiedAccount, limit }),
    )) +
    (await inBatches(BATCH, (limit) => deleteOldExports(db, { limit }))) +
    (await forgetAlerts(db));
  await purgeAudit(db, { days: KEPT_DAYS.audit });
  const before = clock().getTime() - KEPT_DAYS.capturedMail * DAY_MS;
  const isOld = ({ capturedAt }: { capturedAt: string }) => Date.parse(capturedAt) < before;
  await removeCapturedMail(capturedMailFolder(varDir), isOld);
  if (blanked + deleted > 0) log.info({ blanked, deleted }, "records past their time are gone");
}

/** Searches first: an address goes with its last. */
async function forgetAlerts(db: Given["db"]): Promise<number> {
  const { alertRequest, deletedSearch, settledDigest } = KEPT_DAYS;
  return (
    (await inBatches(BATCH, (limit) => deleteOldAlertRequests(db, { days: alertRequest, limit }))) +
    (await inBatches(BATCH, (limit) => deleteDeletedSearches(db, { days: deletedSearch, limit }))) +
    (await inBatches(BATCH, (limit) => deleteIdleAlertAddresses(db, { limit }))) +
    (await inBatches(BATCH, (limit) => deleteSettledDigests(db, { days: settledDigest, limit })))
  );
}
