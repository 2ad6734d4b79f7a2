import { isObject, type JsonObject } from "#app/domain/json-resume/json-values.ts";

const MAX_CHARACTERS = 150_000;
const MAX_DEPTH = 30;

export type ParsedDocument = { ok: true; document: JsonObject } | { ok: false; sentence: string };

const SECTIONS = ["basics", "work", "education", "certificates", "skills", "volunteer", "projects"];

/** Reads pasted or uploaded text as a JSON Resume, in a form the database can keep. */
export function parseDocument(text: string): ParsedDocument {
  const typed = text.replace(/^\uFEFF/, "").trim();
  if (typed === "") return refused("Choose a file or paste your JSON Resume first.");
  if (typed.length > MAX_CHARACTERS) {
    return refused(
      "This is longer than a resume: we take at most 150,000 characters. Leave pictures out.",
    );
  }
  let value: unknown;
  try {
    value = storable(JSON.parse(typed), 0);
  } catch (error) {
    if (error instanceof TooDeep) return refused("This is nested deeper than a JSON Resume is.");
    return refused(
      "This is not JSON: a bracket, comma or quotation mark is missing or one too many.",
    );
  }
  if (!isObject(value)) return refused("This is JSON, but not a JSON Resume: it is no object.");
  if (!SECTIONS.some((name) => name in value)) {
    return refused(
      "This is JSON, but not a JSON Resume: it has none of its sections, such as basics or work.",
    );
  }
  return { ok: true, document: value };
}

const refused = (sentence: string): ParsedDocument => ({ ok: false, sentence });

class TooDeep extends Error {}

/** Postgres keeps neither NUL nor half a surrogate pair in JSON. */
function storable(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new TooDeep();
  if (typeof value === "string") return value.replaceAll("\u0000", "").toWellFormed();
  if (Array.isArray(value)) return value.map((one) => storable(one, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name.replaceAll("\u0000", "").toWellFormed(),
      storable(one, depth + 1),
    ]),
  );
}
