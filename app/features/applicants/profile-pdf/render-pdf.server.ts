import { buffer } from "node:stream/consumers";
import PdfDocument from "pdfkit";
import { fontFile, runsOf, type Weight } from "./pdf-fonts.ts";
import type { PdfBlock } from "./profile-blocks.ts";

const MARGIN = 54;
const INK = "#1c2126";
const SOFT = "#4d565f";
const ACCENT = "#23479c";

interface Look {
  size: number;
  weight?: Weight;
  color?: string;
  indent?: number;
  before?: number;
}

/** Blocks as a tagged Letter-size PDF whose text can be selected, searched and read aloud. */
export async function renderPdf(
  blocks: readonly PdfBlock[],
  { title, at }: { title: string; at: Date },
): Promise<Uint8Array> {
  const doc = new PdfDocument({
    size: "LETTER",
    margin: MARGIN,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: { Title: title, Creator: "CareerCenter", CreationDate: at },
  });
  const bytes = buffer(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const block of blocks) {
    switch (block.kind) {
      case "title":
        root.add(written(doc, "H1", block.text, { size: 22, weight: 600 }));
        break;
      case "heading":
        keepTogether(doc, 60);
        root.add(
          written(doc, "H2", block.text, { size: 13, weight: 600, color: ACCENT, before: 12 }),
        );
        break;
      case "text":
        root.add(written(doc, "P", block.text, { size: 10.5 }));
        break;
      case "list":
        root.add(listOf(doc, block.items));
    }
  }
  root.end();
  doc.end();
  return new Uint8Array(await bytes);
}

type Doc = InstanceType<typeof PdfDocument>;

function listOf(doc: Doc, items: Extract<PdfBlock, { kind: "list" }>["items"]) {
  const list = doc.struct("L");
  for (const { title, lines } of items) {
    const body = doc.struct("LBody", {}, [
      () => {
        keepTogether(doc, 30);
        write(doc, title, { size: 10.5, weight: 600, before: 4 });
        for (const line of lines) write(doc, line, { size: 10, color: SOFT });
      },
    ]);
    list.add(doc.struct("LI", {}, [body]));
  }
  return list;
}

const written = (doc: Doc, tag: string, text: string, look: Look) =>
  doc.struct(tag, {}, [() => write(doc, text, look)]);

function write(
  doc: Doc,
  text: string,
  { size, weight = 400, color = INK, before = 0 }: Look,
): void {
  doc.y += before;
  const runs = runsOf(text);
  for (const [at, run] of runs.entries()) {
    doc
      .font(fontFile(run.subset, weight))
      .fontSize(size)
      .fillColor(color)
      .text(run.text, { continued: at < runs.length - 1, lineGap: 1.5 });
  }
}

/** A new page where less than `points` are left: a heading stands above what it heads. */
function keepTogether(doc: Doc, points: number): void {
  if (doc.y + points > doc.page.height - MARGIN) doc.addPage();
}
