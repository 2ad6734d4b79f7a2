import { getDocumentProxy } from "unpdf";
import { documentText, MAX_PAGES, type ReadDocument } from "./document-text.ts";
import { linesOfPage, type TextRun } from "./lines-of-page.ts";

/** The text of a PDF's first pages. Nothing is rendered, and no script or font of the file runs. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const lines: string[] = [];
  const pages = Math.min(pdf.numPages, MAX_PAGES);
  for (let number = 1; number <= pages; number += 1) {
    const page = await pdf.getPage(number);
    const { width } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => ("str" in item ? (runOf(item) ?? []) : []));
    lines.push(...linesOfPage(runs, width));
    page.cleanup();
  }
  return documentText(lines, { pageCount: pdf.numPages, isCut: pdf.numPages > pages });
}

/** Text set level; a watermark across the page is no line of a résumé. */
function runOf(item: {
  str: string;
  transform: unknown[];
  width: number;
  height: number;
}): TextRun | null {
  const [a, b, , , x, y] = item.transform.map(Number);
  if (x === undefined || y === undefined || Math.abs(b ?? 0) > Math.abs(a ?? 0)) return null;
  return { text: item.str, x, y, width: item.width, height: item.height };
}
