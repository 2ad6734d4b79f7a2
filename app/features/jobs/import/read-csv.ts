import { CsvError, parse } from "csv-parse/sync";
import { columnOf, type ImportColumn } from "#app/domain/job-import/columns.ts";
import type { ImportedCells } from "#app/domain/job-import/read-row.ts";

/** One row of a file, or why there is none. */
export type FileRow = { line: number } & ({ cells: ImportedCells } | { broken: string });

/** A file that cannot be read at all, with the sentence that says why. */
export class UnreadableFile extends Error {}

export interface ReadFile {
  rows: FileRow[];
  /** What was noticed about the whole file, as sentences. */
  notes: string[];
}

/** Reads a table with a heading row, separated by commas, semicolons or tabs. Throws `UnreadableFile`. */
export function readCsv(text: string): ReadFile {
  const records = recordsOf(text.replace(/\r\n?/g, "\n"));
  const [headings, ...rows] = records;
  if (!headings) throw new UnreadableFile("This file is empty.");
  const columns = headings.cells.map(columnOf);
  if (!columns.includes("title")) {
    throw new UnreadableFile(
      "The first row has to name the columns, and one of them has to be “title”. Start from our template if that is easier.",
    );
  }
  const unused = headings.cells.filter((heading, at) => heading.trim() !== "" && !columns[at]);
  return {
    rows: rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
      .map(({ cells, line }) => ({ line, ...readCells(cells, columns) })),
    notes: unused.length > 0 ? [`Columns we do not use: ${unused.slice(0, 20).join(", ")}.`] : [],
  };
}

function readCells(
  cells: readonly string[],
  columns: readonly (ImportColumn | null)[],
): { cells: ImportedCells } | { broken: string } {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim())) {
    return {
      broken: `This row has ${cells.length} cells and the heading ${columns.length}: a comma or a quotation mark is in the wrong place.`,
    };
  }
  const read: ImportedCells = {};
  columns.forEach((column, at) => {
    const cell = cells[at]?.trim() ?? "";
    if (column && cell && !read[column]) read[column] = cell;
  });
  return { cells: read };
}

function recordsOf(text: string): { cells: string[]; line: number }[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({
      cells: record,
      line: info.lines - lineBreaksIn(record),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = "lines" in error ? ` near line ${error.lines}` : "";
    throw new UnreadableFile(
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? `A quotation mark${at} is never closed, so we cannot tell where the rows end.`
        : `This file is not a table we can read: something is wrong${at}.`,
    );
  }
}

const lineBreaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** The separator the heading row uses most. */
function delimiterOf(text: string): string {
  const [heading = ""] = text.split(/\r?\n/, 1);
  const count = (separator: string) => heading.split(separator).length;
  return ["\t", ";", ","].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
