import type { z } from "zod";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countHiddenJobs, listHiddenJobs, listMutedEmployers } from "#db/queries/hidden-lists.ts";
import {
  deleteMutedEmployer,
  deleteMutedEmployerKind,
  insertMutedEmployerKind,
} from "#db/queries/job-marks.ts";
import { readLeaveOut } from "#db/queries/left-out-jobs.ts";
import type { unmuteForm } from "./hidden-lists.form.ts";

const PAGE_SIZE = 50;

export interface HiddenLists {
  jobs: { slug: string; title: string; employerName: string; open: boolean; hiddenAt: string }[];
  total: number;
  page: number;
  pageCount: number;
  employers: { id: string; slug: string; name: string }[];
  agenciesMuted: boolean;
}

/** Everything a person leaves out of their lists; hidden jobs by the page. */
export async function readHiddenLists(
  { db }: Pick<Deps, "db">,
  { userId, page: wanted }: { userId: string; page: number },
): Promise<HiddenLists> {
  const total = await countHiddenJobs(db, userId);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const [rows, employers, { employerKinds }] = await Promise.all([
    listHiddenJobs(db, { userId, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    listMutedEmployers(db, userId),
    readLeaveOut(db, userId),
  ]);
  const jobs = rows.map(({ hiddenAt, ...row }) => ({ ...row, hiddenAt: hiddenAt.toISOString() }));
  const agenciesMuted = employerKinds.includes(AGENCY_KIND);
  return { jobs, total, page, pageCount, employers, agenciesMuted };
}

/** Takes an employer, or all staffing agencies, off the list of the muted, or puts the agencies on it. */
export async function changeMuted(
  { db }: Pick<Deps, "db">,
  { userId, change }: { userId: string; change: z.output<typeof unmuteForm> },
): Promise<void> {
  if (change.intent === "unmute-employer") {
    await deleteMutedEmployer(db, { userId, employerId: change.id });
  } else if (change.intent === "unmute-kind") {
    await deleteMutedEmployerKind(db, { userId, kind: AGENCY_KIND });
  } else {
    await insertMutedEmployerKind(db, { userId, kind: AGENCY_KIND });
  }
}
