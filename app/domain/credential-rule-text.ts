import type { CredentialRule } from "./credential-rule.ts";
import { CREDENTIALS } from "./vocabulary.ts";

export type ParsedRule = { ok: true; rule: CredentialRule } | { ok: false; message: string };

const MOST_WAYS = 8;
const MOST_TOGETHER = 4;

const known = new Map(
  CREDENTIALS.flatMap(({ code, name }) => [
    [code.toUpperCase(), code],
    [name.toUpperCase(), code],
  ]),
);

const refuse = (message: string): ParsedRule => ({ ok: false, message });

/**
 * Reads a credential rule the way people write one: "RHIT and CCS, or CIC", "CPC, COC or CCS-P", "CPC + CRC / CCS".
 * With an "or" anywhere a comma means "or"; with only "and"s it means "and"; commas alone could be either, so
 * the writer is asked. Empty text is the empty rule.
 */
export function parseCredentialRule(text: string): ParsedRule {
  const plain = text
    .normalize("NFKC")
    .replace(/[‐‑–—]/g, "-")
    .replace(/[()[\]]/g, " ")
    .replace(/[\s.]+$/, "")
    .trim();
  if (plain === "" || /^none( required)?$/i.test(plain)) return { ok: true, rule: [] };
  const anyOf = /^(either|any of|any one of|one of)\b:?\s*/i;
  const body = plain.replace(anyOf, "").replace(/^(both|all of)\b:?\s*/i, "");
  const ways = body.split(/\s*(?:[,;]?\s+or\s+|[/|;])\s*/i);
  const says = { or: ways.length > 1 || anyOf.test(plain), and: /\sand\s|[&+]/i.test(body) };
  if (!says.or && !says.and && body.includes(",")) {
    const [first = "", second = ""] = body.split(/\s*,\s*/);
    return refuse(
      `Say “and” or “or” between ${first} and ${second}: a comma alone could mean either.`,
    );
  }
  const groups = says.or ? ways.flatMap((way) => way.split(/\s*,\s*(?!\s*and\s)/i)) : ways;
  return toRule(groups.map(members).filter((group) => group.length > 0));
}

const members = (group: string): string[] =>
  group
    .split(/\s*(?:,?\s+and\s+|[,&+])\s*/i)
    .map((word) => word.replace(/^and\s+/i, "").trim())
    .filter((word) => word !== "");

function toRule(groups: string[][]): ParsedRule {
  const unknown = groups.flat().find((word) => !known.has(word.toUpperCase()));
  if (unknown !== undefined) {
    return refuse(
      `We do not know a credential called “${unknown.slice(0, 40)}”. Use its letters, such as CPC or CCS-P.`,
    );
  }
  const rule = groups.map((group) => [
    ...new Set(group.map((word) => known.get(word.toUpperCase()) ?? word)),
  ]);
  if (rule.length > MOST_WAYS) return refuse(`Name at most ${MOST_WAYS} ways to qualify.`);
  if (rule.some((group) => group.length > MOST_TOGETHER)) {
    return refuse(`Ask for at most ${MOST_TOGETHER} credentials together.`);
  }
  const once = new Map(rule.map((group) => [[...group].sort().join("+"), group]));
  return { ok: true, rule: [...once.values()] };
}

export type ParsedCredentials = { ok: true; codes: string[] } | { ok: false; message: string };

/** Reads a plain list of credentials, however it is punctuated: "CIRCC, CCC" or "CIRCC and CCC". */
export function parseCredentialList(text: string): ParsedCredentials {
  const words = text
    .normalize("NFKC")
    .replace(/[‐‑–—]/g, "-")
    .split(/\s*(?:,|;|\/|\||&|\+|\n|\s(?:and|or)\s)\s*/i)
    .map((word) =>
      word
        .replace(/^(and|or)\s+/i, "")
        .replace(/\.$/, "")
        .trim(),
    )
    .filter((word) => word !== "");
  const unknown = words.find((word) => !known.has(word.toUpperCase()));
  if (unknown !== undefined) {
    return {
      ok: false,
      message: `We do not know a credential called “${unknown.slice(0, 40)}”. Use its letters, such as CPC or CCS-P.`,
    };
  }
  return {
    ok: true,
    codes: [...new Set(words.map((word) => known.get(word.toUpperCase()) ?? word))],
  };
}
