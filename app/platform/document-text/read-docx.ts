import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { packedBytes, readZipDirectory, type ZipEntry } from "../zip-directory.ts";
import { documentText, type ReadDocument } from "./document-text.ts";

const MAX_PART_BYTES = 20 * 1024 * 1024;

/** The text of a Word document: page headers first, then the body. Only the parts that hold text are unpacked. */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const entries = readZipDirectory(bytes);
  if (!entries) return { ok: false, why: "damaged" };
  if (entries.some(({ encrypted }) => encrypted)) return { ok: false, why: "encrypted" };
  const body = entries.filter(({ name }) => name === "word/document.xml");
  if (body.length !== 1) return { ok: false, why: "damaged" };
  const headers = entries.filter(({ name }) => /^word\/header\d{1,2}\.xml$/.test(name)).slice(0, 3);
  const lines = new Set(headers.flatMap((entry) => linesOfXml(unpack(bytes, entry))));
  return documentText([...lines, ...body.flatMap((entry) => linesOfXml(unpack(bytes, entry)))], {
    pageCount: null,
    isCut: false,
  });
}

export class TooLarge extends Error {}

/** Stops unpacking at the limit whatever size the entry claims. */
function unpack(bytes: Uint8Array, entry: ZipEntry): string {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return decode(packed);
  try {
    return decode(inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES }));
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge();
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isUtf16 ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(
    bytes,
  );
}

/** Paragraphs as lines. A table row whose cells hold one line each is one line; other cells are read one by one. */
function linesOfXml(xml: string): string[] {
  const parser = new SaxesParser();
  const root: string[] = [];
  // The innermost list takes the paragraphs: the document, or the table cell being read.
  const sinks: string[][] = [root];
  const rows: string[][][] = [];
  let text = "";
  let inText = false;
  let fallback = 0;

  const endLine = () => {
    if (text.trim() !== "") sinks.at(-1)?.push(text);
    text = "";
  };
  parser.on("opentag", ({ name }) => {
    if (name === "mc:Fallback") fallback += 1;
    if (fallback > 0) return;
    if (name === "w:t") inText = true;
    else if (name === "w:tab" || name === "w:ptab") text += "\t";
    else if (name === "w:br" || name === "w:cr") endLine();
    else if (name === "w:noBreakHyphen") text += "-";
    else if (name === "w:numPr") text = `• ${text}`;
    else if (name === "w:p") endLine();
    else if (name === "w:tr") rows.push([]);
    else if (name === "w:tc") {
      const cell: string[] = [];
      rows.at(-1)?.push(cell);
      sinks.push(cell);
    }
  });
  parser.on("text", (piece) => {
    if (inText && fallback === 0) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "mc:Fallback") fallback -= 1;
    if (fallback > 0) return;
    if (name === "w:t") inText = false;
    else if (name === "w:p") endLine();
    else if (name === "w:tc" && sinks.length > 1) sinks.pop();
    else if (name === "w:tr") {
      const cells = rows.pop() ?? [];
      const isRecord = cells.every((cell) => cell.length <= 1);
      sinks.at(-1)?.push(...(isRecord ? [cells.flat().join("\t")] : cells.flat()));
    }
  });
  parser.write(xml).close();
  return root;
}
