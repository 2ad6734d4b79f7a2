import { JOB_STATUS_LABELS, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobsByIds } from "#db/queries/employer-jobs.ts";
import type { BulkAction } from "./bulk.form.ts";
import { MOST_AT_ONCE } from "./change-many-jobs.server.ts";

export interface SelectedJob {
  id: string;
  title: string;
  version: number;
  statusLabel: string;
  /** Whether its status allows the action. */
  able: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The employer's own jobs among the ids of an address, at most fifty, and which of them the action suits. */
export async function readBulkSelection(
  { db }: Pick<Deps, "db">,
  { employerId, ids, action }: { employerId: string; ids: readonly string[]; action: BulkAction },
): Promise<SelectedJob[]> {
  const jobIds = [...new Set(ids.filter((id) => UUID.test(id)))].slice(0, MOST_AT_ONCE);
  const jobs = await listJobsByIds(db, { employerId, jobIds });
  return jobs.map(({ id, title, version, status }) => ({
    id,
    title: title || "Untitled draft",
    version,
    statusLabel: JOB_STATUS_LABELS[status],
    able:
      nextJobStatus(status, action) !== null ||
      (action === "extend" && nextJobStatus(status, "renew") !== null),
  }));
}
