/** What can stop a document from being read. */
export type Unreadable =
  | "encrypted"
  | "damaged"
  | "no-text"
  | "too-large"
  | "too-slow"
  | "too-much-memory";

export interface DocumentText {
  /** In reading order, without blank lines; a tab stands for a wide gap or the border of a table cell. */
  lines: string[];
  /** Null for a format without pages. */
  pageCount: number | null;
  /** True when the document was longer than what was read of it. */
  isCut: boolean;
}

export type ReadDocument = ({ ok: true } & DocumentText) | { ok: false; why: Unreadable };

export type DocumentKind = "pdf" | "docx";

/** A résumé is one to six pages; what comes after is no résumé. */
export const MAX_PAGES = 30;
const MAX_LINES = 3_000;
const MAX_LINE_LENGTH = 1_000;

/** Lines as they are handed over: tidied, and no more of them than anyone reads. */
export function documentText(
  raw: readonly string[],
  { pageCount, isCut }: Omit<DocumentText, "lines">,
): ReadDocument {
  const lines = raw
    .map((line) => tidyLine(line))
    .filter((line) => line !== "" && line !== "\t")
    .slice(0, MAX_LINES);
  const letters = lines.reduce((sum, line) => sum + line.length, 0);
  if (letters < 20) return { ok: false, why: "no-text" };
  return { ok: true, lines, pageCount, isCut: isCut || raw.length > MAX_LINES };
}

const tidyLine = (line: string): string =>
  line
    .toWellFormed()
    .slice(0, MAX_LINE_LENGTH)
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (char) => (char === "\t" ? "\t" : ""))
    .replace(/ *\t[\t ]*/g, "\t")
    .replace(/[^\S\t]+/g, " ")
    .trim();
