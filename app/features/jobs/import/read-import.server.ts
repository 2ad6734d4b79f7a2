import { notFoundError } from "#app/domain/errors.ts";
import { ROW_OUTCOMES, type RowOutcome } from "#app/domain/job-import/import-row.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { pageNumber } from "#app/web/page-number.ts";
import { countOutcomes, findImport, listImportRows } from "#db/queries/job-imports.ts";
import { JOB_LABELS } from "../job-sections.ts";
import { ownReference } from "./row-reference.ts";

const PAGE_SIZE = 50;

/** An employer's own import with a page of its rows. Throws `DomainError("not-found")` for anyone else's. */
export async function readImport(
  { db }: Pick<Deps, "db">,
  { employerId, importId, query }: { employerId: string; importId: string; query: URLSearchParams },
) {
  const found = await findImport(db, { employerId, importId });
  if (!found) throw notFoundError();
  const counts = await countOutcomes(db, importId);
  const asked = query.get("outcome");
  const outcome = ROW_OUTCOMES.find((one) => one === asked) ?? null;
  const all = ROW_OUTCOMES.reduce((sum, one) => sum + counts[one], 0);
  const total = outcome ? counts[outcome] : all;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(pageNumber(query), pageCount);
  // While the worker writes rows nobody pages through them.
  const rows =
    found.status === "reading"
      ? []
      : await listImportRows(db, { importId, outcome, page, pageSize: PAGE_SIZE });
  return {
    id: found.id,
    filename: found.filename,
    status: found.status,
    failure: found.failure,
    notes: found.notes,
    rowsRead: found.rowsRead,
    rowsImported: found.rowsImported,
    toImport: counts.ready + (found.includesIncomplete ? counts.incomplete : 0),
    counts,
    all,
    outcome,
    page,
    pageCount,
    rows: rows.map(rowView),
  };
}

export type ImportPage = Awaited<ReturnType<typeof readImport>>;
export type ImportRowView = ImportPage["rows"][number];

function rowView(row: Awaited<ReturnType<typeof listImportRows>>[number]) {
  return {
    id: String(row.position),
    line: row.line,
    reference: ownReference(row.reference),
    title: row.title,
    outcome: row.outcome satisfies RowOutcome,
    reason: row.reason,
    problems: row.problems.map(({ field, sentence }) => ({
      label: field ? (JOB_LABELS[field as keyof typeof JOB_LABELS] ?? field) : null,
      sentence,
    })),
    families: row.families.flatMap(({ familyId, level, minMonths, words }) => {
      const family = summarizeFamily(familyId);
      return family
        ? [{ family, level, words, asked: minMonths ? formatMonths(minMonths) : null }]
        : [];
    }),
    jobId: row.jobId,
  };
}
