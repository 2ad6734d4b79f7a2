import type { CredentialClaim } from "../credential-edit.ts";
import { CREDENTIALS, type Credential } from "../vocabulary.ts";
import type { ResumeLine } from "./resume-lines.ts";
import { datesIn, lastDayOf, monthOf } from "./stated-dates.ts";

export interface FoundCredential {
  value: CredentialClaim;
  line: number;
}

// Letters that mean something else in medicine or business unless credentials are the subject.
const AMBIGUOUS = new Set(
  "CRC CCC CUC CAC CMC OCS RN CHC RCC CIC COC CPB CMIS CMOM CMCO CSBI CRCS CRIP CCA COPC CHDA CHPS BCSC CGIC CFPC CEMA OCSR CDIP CPC-I CPC-P".split(
    " ",
  ),
);
const SUBJECT =
  /\b(?:AAPC|AHIMA|ACDIS|certif\w*|credential\w*|licen[sc]\w*|BMSC|RCCB|HFMA|NHA|member (?:id|no|number))\b/i;
const NOT_HELD =
  /\b(?:pursuing|studying|preparing|prepar(?:ation|e)|prep|in progress|expected|anticipated|candidate|eligible|scheduled|sitting for|exam (?:date|scheduled|planned)|working toward|towards?|planned|will take|plan to|seeking|required|preferred|enrolled|coursework|not yet)\b/i;
const LAPSED = /\b(?:expired|lapsed|inactive|retired|former(?:ly)?|previously held)\b/i;
const APPRENTICE_REMOVED =
  /\bapprentice(?:ship)?\b[^.;]{0,30}\b(?:removed|lifted|completed)|(?:removed|lifted)[^.;]{0,30}\bapprentice|["'(]?-?A["')]? (?:designation |status )?(?:removed|lifted)/i;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface Pattern {
  credential: Credential;
  code: RegExp;
  name: RegExp;
}

// The longest code first, so that "CCS-P" is never read as CCS.
const PATTERNS: readonly Pattern[] = CREDENTIALS.toSorted(
  (a, b) => b.code.length - a.code.length,
).map((credential) => ({
  credential,
  code: new RegExp(
    `(?<![\\w-])${escaped(credential.code).replaceAll("-", "\\s?[-–—‑]\\s?")}(?:®|™|\\(R\\))?(?![\\w]|[-–—‑]\\s?[A-Z]\\b)`,
    "g",
  ),
  name: new RegExp(
    `\\b${escaped(credential.name)
      .replace(/ - |, | and /g, "(?:\\s*[-–—,&(]+\\s*|\\s+and\\s+|\\s+)")
      .replace(/ /g, "[\\s-]+")}\\b`,
    "gi",
  ),
}));

const BY_NAME = PATTERNS.toSorted(
  (a, b) => b.credential.name.length - a.credential.name.length,
).filter(
  ({ credential }) =>
    credential.status !== "unconfirmed" && credential.name !== "Registered Nurse licence",
);

/**
 * The credentials a résumé says its owner holds, with number and dates where the same line states them. An apprentice
 * form (CPC-A) is never read as the full one, unless the text says that the A was removed.
 */
export function findCredentials(lines: readonly ResumeLine[]): FoundCredential[] {
  const found = new Map<string, FoundCredential>();
  for (const [index, line] of lines.entries()) {
    if (line.isHeading || NOT_HELD.test(line.text) || line.section === "other") continue;
    for (const { code, clause } of codesIn(line, index)) {
      if (LAPSED.test(clause) && !/\bactive\b/i.test(clause)) continue;
      const value = claimOf(code, clause);
      const before = found.get(code);
      if (!before) found.set(code, { value, line: index });
      else if (stated(value) > stated(before.value)) found.set(code, { value, line: index });
    }
  }
  const removed = lines.some(({ text }) => APPRENTICE_REMOVED.test(text));
  for (const code of [...found.keys()]) {
    const full = code.replace(/-A$/, "");
    if (full === code) continue;
    found.delete(removed && found.has(full) ? code : removed ? "" : full);
  }
  return [...found.values()].toSorted((a, b) => a.line - b.line);
}

const stated = ({ number, earnedOn, expiresOn }: CredentialClaim): number =>
  [number, earnedOn, expiresOn].filter(Boolean).length;

function codesIn(line: ResumeLine, index: number): { code: string; clause: string }[] {
  let rest = line.text;
  const hits: { code: string; at: number; byName: boolean }[] = [];
  const take = (pattern: RegExp, code: string, byName: boolean) => {
    rest = rest.replace(pattern, (match, ...args) => {
      const at = args.find((arg): arg is number => typeof arg === "number") ?? 0;
      hits.push({ code, at, byName });
      return " ".repeat(match.length);
    });
  };
  for (const { credential, name } of BY_NAME) take(name, credential.code, true);
  for (const { credential, code } of PATTERNS) take(code, credential.code, false);
  const codes = hits.map(({ code }) => code);
  const isSubject =
    line.section === "credentials" ||
    SUBJECT.test(line.text) ||
    (new Set(codes).size >= 2 && codes.some((code) => !AMBIGUOUS.has(code))) ||
    (line.section === "top" && index < 4);
  const held = hits.filter(
    ({ code, byName, at }) =>
      (byName || isSubject || !AMBIGUOUS.has(code)) && !isTaught(line.text, at),
  );
  const ordered = held.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap(({ code }, position) => {
    if (ordered.findIndex((other) => other.code === code) !== position) return [];
    return [{ code, clause: clauseOf(line.text, ordered, code) }];
  });
}

/** "CPC exam prep instructor", "supervised CPC coders": other people's credentials. */
const isTaught = (text: string, at: number): boolean =>
  /\b(?:taught|teach(?:ing|es)?|instruct(?:or|ed)?|mentor(?:ed|ing)?|supervis(?:ed|ing)|train(?:ed|ing)|tutored|team of \d+)\b[^.;|]{0,40}$/i.test(
    text.slice(0, at),
  );

/** The part of a line about one credential: from its first mention to the first of the next one. */
function clauseOf(
  text: string,
  hits: readonly { code: string; at: number }[],
  code: string,
): string {
  const own = hits.filter((hit) => hit.code === code).map(({ at }) => at);
  const from = Math.min(...own);
  const next = hits.find(({ code: other, at }) => other !== code && at > from);
  const isFirst = hits[0]?.code === code;
  return text.slice(isFirst ? 0 : from, next?.at ?? text.length);
}

const NUMBER =
  /(?:#|\b(?:no\.?|number|id|member(?:ship)?(?: id| no\.?| number| #)?|cert(?:ificate|ification)?(?: id| no\.?| number| #)?)\b)\s*[:#]?\s*#?\s*((?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{3,19})/i;
const EXPIRY =
  /\b(?:exp(?:ires?|iration|iry|\.)?|valid (?:through|thru|until|to)|renew(?:s|al|ed through)?|good through|current through|through|thru|until)\b/i;

function claimOf(code: string, clause: string): CredentialClaim {
  const issuer = CREDENTIALS.find((one) => one.code === code)?.issuer ?? "";
  const expiryAt = EXPIRY.exec(clause)?.index ?? -1;
  const number = NUMBER.exec(clause)?.[1] ?? "";
  const dates = datesIn(clause).filter(({ at }) => !number || clause.indexOf(number) !== at);
  const expiry = expiryAt === -1 ? undefined : dates.find(({ at }) => at > expiryAt);
  // A second date after the first is the end of its cycle: "2019-03 – 2027-05".
  const range =
    /\d\s*[-–—]\s*(?:\d|[A-Z])/i.test(clause) && dates.length === 2 ? dates[1] : undefined;
  const end = expiry ?? (expiryAt === -1 ? range : undefined);
  const earned = dates.find((date) => date !== end && (!end || date.date <= end.date));
  return {
    code,
    issuer,
    number: /^(?:19|20)\d\d$/.test(number) ? "" : number,
    // A bare year does not say the month, and the profile keeps months.
    earnedOn: earned && earned.precision !== "year" ? monthOf(earned) : null,
    expiresOn: end ? lastDayOf(end) : null,
  };
}
