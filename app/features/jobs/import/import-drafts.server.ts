import { randomUUID } from "node:crypto";
import { closingCalendarDay } from "#app/domain/closing-day.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { insertDrafts, insertJobEvents, insertRequirements } from "#db/queries/job-drafts.ts";
import {
  findReferences,
  settleImportRows,
  takeImportRows,
  updateImport,
} from "#db/queries/job-imports.ts";
import { toJson } from "#db/schema/json-column.ts";
import { jobSlug } from "../create-draft.server.ts";
import { findPlace } from "../find-place.server.ts";
import { jobColumns } from "../job-columns.ts";
import { asFormData } from "../job-values.ts";
import { readJobForm } from "../read-job-form.server.ts";
import { ownReference } from "./row-reference.ts";

const CHUNK = 100;

interface Running {
  id: string;
  employerId: string;
  createdBy: string | null;
  includesIncomplete: boolean;
  rowsImported: number;
}

type Row = Awaited<ReturnType<typeof takeImportRows>>[number];

/** Makes drafts of an import's rows, a hundred in one transaction: each row is a draft or it is not, never half. */
export async function importDrafts(
  { db, clock }: Pick<Deps, "db" | "clock">,
  running: Running,
  signal: AbortSignal,
): Promise<void> {
  const from = { importId: running.id, from: "importing" } as const;
  const today = closingCalendarDay(clock());
  let made = running.rowsImported;
  for (;;) {
    signal.throwIfAborted();
    const step = await db.transaction().execute(async (trx) => {
      const rows = await takeImportRows(trx, {
        importId: running.id,
        includesIncomplete: running.includesIncomplete,
        limit: CHUNK,
      });
      if (rows.length === 0) return null;
      const count = await makeDrafts(trx, { running, rows, today });
      await updateImport(trx, from, { rowsImported: made + count });
      return count;
    });
    if (step === null) break;
    made += step;
  }
  await updateImport(db, from, { status: "imported", finishedAt: new Date() });
}

async function makeDrafts(
  trx: Db,
  { running, rows, today }: { running: Running; rows: readonly Row[]; today: string },
): Promise<number> {
  const { employerId, createdBy } = running;
  const drafts = rows.map((row) => {
    const read = readJobForm(asFormData(row.formValues), today, findPlace);
    const columns = jobColumns(read.partial, findPlace);
    const job = {
      ...columns,
      id: randomUUID(),
      slug: jobSlug(columns.title),
      employerId,
      createdBy,
      importKey: row.reference,
      reference: ownReference(row.reference),
      formDraft: toJson(read.job ? null : read.form.values),
    };
    return { row, job, requirements: read.partial.requirements ?? [] };
  });
  const made = await insertDrafts(
    trx,
    drafts.map(({ job }) => job),
  );
  const own = drafts.filter(({ job }) => made.has(job.id));
  await insertRequirements(
    trx,
    own.flatMap(({ job, requirements }) =>
      requirements.map((requirement, position) => ({ jobId: job.id, ...requirement, position })),
    ),
  );
  await insertJobEvents(
    trx,
    own.map(({ job }) => ({
      jobId: job.id,
      actorId: createdBy,
      kind: "import",
      fromStatus: null,
      toStatus: "draft" as const,
    })),
  );
  // Somebody made a job with that reference since the file was read: theirs stays.
  const others = drafts.filter(({ job }) => !made.has(job.id));
  const references = others.flatMap(({ row }) => row.reference ?? []);
  const theirs = await findReferences(trx, { employerId, references });
  await settleImportRows(trx, running.id, [
    ...own.map(({ row, job }) => ({ position: row.position, jobId: job.id, made: true })),
    ...others.flatMap(({ row }) => {
      const jobId = theirs.get(row.reference ?? "");
      return jobId ? [{ position: row.position, jobId, made: false }] : [];
    }),
  ]);
  return own.length;
}
