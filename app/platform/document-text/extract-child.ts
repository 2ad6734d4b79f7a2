import { buffer } from "node:stream/consumers";
import type { ReadDocument, Unreadable } from "./document-text.ts";
import { readDocx, TooLarge } from "./read-docx.ts";
import { readPdf } from "./read-pdf.ts";

// A process of its own for one document: bytes on stdin, what they say on stdout. Whoever started it ends it when it
// takes too long or grows too large; nothing it does can reach anything else.

const bytes = new Uint8Array(await buffer(process.stdin));
const read = process.argv[2] === "pdf" ? readPdf : readDocx;

let answer: ReadDocument;
try {
  answer = await read(bytes);
} catch (error) {
  answer = { ok: false, why: reasonOf(error) };
}
process.stdout.write(JSON.stringify(answer), () => process.exit(0));

function reasonOf(error: unknown): Unreadable {
  if (error instanceof TooLarge) return "too-large";
  return error instanceof Error && error.name === "PasswordException" ? "encrypted" : "damaged";
}
