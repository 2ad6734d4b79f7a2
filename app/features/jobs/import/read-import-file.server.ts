import { buffer } from "node:stream/consumers";
import { setImmediate as breathe } from "node:timers/promises";
import { closingCalendarDay } from "#app/domain/closing-day.ts";
import { readRow } from "#app/domain/job-import/read-row.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  deleteImportRows,
  findReferences,
  insertImportRows,
  updateImport,
} from "#db/queries/job-imports.ts";
import type { NewJobImportRow } from "#db/schema/job-import-rows.ts";
import { toJson } from "#db/schema/json-column.ts";
import { findPlace } from "../find-place.server.ts";
import { asFormData } from "../job-values.ts";
import { readJobForm } from "../read-job-form.server.ts";
import { decodeFile } from "./file-text.ts";
import { type FileRow, type ReadFile, readCsv, UnreadableFile } from "./read-csv.ts";
import { readXml } from "./read-xml.ts";
import { rowReference } from "./row-reference.ts";

const CHUNK = 200;
/** Rows a file may have. */
const MOST_ROWS = 20_000;

interface Running {
  id: string;
  employerId: string;
  kind: "csv" | "xml";
  storageKey: string;
}

/** The dry run: every row of the file with what it would become and what it lacks. Makes no job. */
export async function readImportFile(
  deps: Pick<Deps, "db" | "files" | "clock" | "log">,
  { id: importId, employerId, kind, storageKey }: Running,
  signal: AbortSignal,
): Promise<void> {
  const { db } = deps;
  const from = { importId, from: "reading" } as const;
  const file = await readFile(deps, { kind, storageKey });
  if ("failure" in file) {
    await updateImport(db, from, {
      status: "failed",
      failure: file.failure,
      finishedAt: new Date(),
    });
    return;
  }
  await deleteImportRows(db, importId);
  const today = closingCalendarDay(deps.clock());
  const lines = new Map<string, number>();
  for (let at = 0; at < file.rows.length; at += CHUNK) {
    signal.throwIfAborted();
    const chunk = file.rows
      .slice(at, at + CHUNK)
      .map((row, index) => ({ row, position: at + index }));
    const read = chunk.map(({ row, position }) => ({
      importId,
      position,
      ...importRow(row, today),
    }));
    const references = read.flatMap(({ reference }) => reference ?? []);
    const known = await findReferences(db, { employerId, references });
    await insertImportRows(
      db,
      read.map((row) => judged(row, { known, lines })),
    );
    await updateImport(db, from, { rowsRead: at + chunk.length });
    await breathe();
  }
  await updateImport(db, from, { status: "read", notes: file.notes });
}

async function readFile(
  { files, log }: Pick<Deps, "files" | "log">,
  { kind, storageKey }: Pick<Running, "kind" | "storageKey">,
): Promise<ReadFile | { failure: string }> {
  const { text, note } = decodeFile(await buffer(await files.open(storageKey)));
  try {
    const read = kind === "xml" ? readXml(text) : readCsv(text);
    if (read.rows.length === 0) return { failure: "There are headings in this file and no jobs." };
    if (read.rows.length > MOST_ROWS) {
      return {
        failure: `This file has ${read.rows.length.toLocaleString("en-US")} jobs. Split it into files of at most ${MOST_ROWS.toLocaleString("en-US")}.`,
      };
    }
    return { rows: read.rows, notes: note ? [note, ...read.notes] : read.notes };
  } catch (error) {
    if (error instanceof UnreadableFile) return { failure: error.message };
    log.error({ err: error, kind }, "an import failed in a way nobody thought of");
    return {
      failure: "We could not read this file. Save it again as CSV in UTF-8 and try once more.",
    };
  }
}

type ReadRow = Omit<NewJobImportRow, "importId" | "position">;

function importRow(row: FileRow, today: string): ReadRow {
  const { line } = row;
  const refused = { line, reference: null, title: "", outcome: "refused" } as const;
  if ("broken" in row) return { ...refused, reason: row.broken };
  const { cells } = row;
  const title = cells.title ?? "";
  if (title === "") return { ...refused, reason: "This row has no title." };
  const { values, families, notes } = readRow(cells);
  const { job, form } = readJobForm(asFormData(values), today, findPlace);
  const problems = [
    ...notes.map((sentence) => ({ field: null, sentence })),
    ...Object.entries(form.errors).map(([name, [sentence = ""]]) => ({
      field: name.split(".")[0] ?? name,
      sentence,
    })),
  ];
  return {
    line,
    reference: rowReference(cells),
    title: title.slice(0, 200),
    outcome: job ? "ready" : "incomplete",
    formValues: toJson(form.values),
    problems: toJson(problems),
    families: toJson(families),
  };
}

/** What becomes of a row among the others of its file and the jobs there are. */
function judged(
  row: NewJobImportRow,
  { known, lines }: { known: ReadonlyMap<string, string>; lines: Map<string, number> },
): NewJobImportRow {
  const { reference, line, outcome } = row;
  if (!reference || outcome === "refused") return row;
  const earlier = lines.get(reference);
  if (earlier !== undefined) {
    return {
      ...row,
      outcome: "repeated",
      reason: `The same job as on line ${earlier}; only that one is used.`,
    };
  }
  lines.set(reference, line);
  const jobId = known.get(reference);
  if (!jobId) return row;
  return {
    ...row,
    outcome: "exists",
    reason: "You have this job already; it stays as it is.",
    jobId,
  };
}
