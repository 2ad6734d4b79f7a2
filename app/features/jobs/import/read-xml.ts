import { convert } from "html-to-text";
import { SaxesParser } from "saxes";
import { columnOf } from "#app/domain/job-import/columns.ts";
import type { ImportedCells } from "#app/domain/job-import/read-row.ts";
import { type FileRow, type ReadFile, UnreadableFile } from "./read-csv.ts";

const DEEPEST = 12;

/**
 * Reads `<job>` elements as Indeed's feeds have them, wherever in the document they stand. What was read before a
 * mistake in the markup is kept and the mistake told: only the jobs after it are missing. Throws `UnreadableFile`
 * when there is no job at all.
 */
export function readXml(text: string): ReadFile {
  const rows: FileRow[] = [];
  const unused = new Set<string>();
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  let job: { cells: ImportedCells; line: number; depth: number } | null = null;
  let element: { name: string; text: string } | null = null;
  let mistake: string | null = null;

  parser.on("opentag", ({ name }) => {
    depth += 1;
    if (depth > DEEPEST) throw new UnreadableFile("The elements of this file are nested too deep.");
    if (name.toLowerCase() === "job" && !job) job = { cells: {}, line: parser.line, depth };
    else if (job && depth === job.depth + 1) element = { name, text: "" };
  });
  const take = (more: string) => {
    if (element && element.text.length < 200_000) element.text += more;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    if (job && element && depth === job.depth + 1) {
      const column = columnOf(element.name);
      const value = column === "description" ? plainText(element.text) : element.text.trim();
      if (!column) unused.add(element.name);
      else if (value && !job.cells[column]) job.cells[column] = value;
      element = null;
    } else if (job && depth === job.depth) {
      rows.push({ line: job.line, cells: job.cells });
      job = null;
    }
    depth -= 1;
  });
  parser.on("error", (error) => {
    mistake ??= error.message;
    throw new Stop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (rows.length === 0) {
    throw new UnreadableFile(
      mistake
        ? `This XML is broken before its first job ends (line ${parser.line}).`
        : "There is no <job> element in this file.",
    );
  }
  if (mistake) {
    const title = job === null ? "" : ((job as { cells: ImportedCells }).cells.title ?? "");
    rows.push({
      line: parser.line,
      broken: `The markup is broken here${title && `, in “${title}”`}. Nothing after this line could be read; mend it and import the file again.`,
    });
  }
  const names = [...unused].slice(0, 20);
  return { rows, notes: names.length > 0 ? [`Elements we do not use: ${names.join(", ")}.`] : [] };
}

class Stop extends Error {}

/** HTML as Markdown-like text: lists keep their dashes, links their words. */
const plainText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 100_000 },
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      { selector: "ul", options: { itemPrefix: "- " } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  }).trim();
