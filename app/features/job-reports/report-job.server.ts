import { createHash } from "node:crypto";
import { throttleAddress } from "#app/auth/client-address.ts";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertJobReport } from "#db/queries/job-reports.ts";
import type { JobReportInput } from "./report-job.form.ts";

interface Report {
  jobId: string;
  /** Null for somebody without a session, who is then counted by their address. */
  reporterId: string | null;
  ip: string;
  input: JobReportInput;
}

/**
 * Takes a report of a job. A person counts once for a job, however often they send it and from wherever; so does an
 * address without an account. Throws "too-many-attempts" for an address that reports without end.
 */
export async function reportJob(
  deps: Pick<Deps, "db">,
  { jobId, reporterId, ip, input }: Report,
): Promise<{ first: boolean }> {
  await spendAttempt(deps, "report-ip", { ip });
  const who = reporterId ? `user ${reporterId}` : `address ${throttleAddress(ip)}`;
  const reporterHash = createHash("sha256").update(`${jobId} ${who}`).digest("hex");
  const first = await insertJobReport(deps.db, { jobId, reporterId, reporterHash, ...input });
  return { first };
}
