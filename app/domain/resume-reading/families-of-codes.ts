import type { InterpretedCode } from "../job-search.ts";
import { type CodeFamily, childrenOf, findFamily, lineage } from "../taxonomy/code-families.ts";
import { resolveCodes } from "../taxonomy/resolve-code.ts";

const MOST_PER_RANGE = 8;

// Numbers on a résumé that are no codes.
const NOT_CODES: readonly RegExp[] = [
  /\S+@\S+/g,
  /\bhttps?:\/\/\S+|\bwww\.\S+|\blinkedin\.com\S*/gi,
  /\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b/g,
  /(?:#|\b(?:no|number|id|member|certificate|license|cert)\b\.?)\s*[:#]?\s*#?(?:[A-Z]{0,3}-?)?\d{4,}[\w-]*/gi,
  /\$\s?[\d,.]+\s?[kKmM]?/g,
  /\b\d{1,3}(?:,\d{3})+\b/g,
  /\b\d+(?:\.\d+)?\s?%/g,
  /\b\d{3,6}\+?\s*(?:\w+\s){0,2}?(?:accounts?|charts?|records?|encounters?|claims?|reports?|cases|visits|patients?|members?|lines?|beds?|hours?|hrs|providers|audits?|denials?|per (?:day|week|month|year|hour))\b/gi,
  /\b\d{2,6} (?:[NSEW]\.? )?[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Way|Ct|Court|Pl|Place|Hwy)\b\.?/g,
  /\b[A-Z]{2}\.? \d{5}(?:-\d{4})?\b/g,
  /\bK-?12\b|\bW-?2\b|\bC2C\b|\bB2B\b|\bCOVID-19\b|\bHL7\b|\b401\s?\(?k\)?/gi,
];

const WHOLE =
  /^(?:\d{5}|\d{4}[FTUM]|[A-Z]\d{4}|\d{2,4}x+|[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}|[0-9A-Z]{7}|(?:DRG|HCC|APC) \d+|MDC \d+|V24|V28)$/;

/**
 * The families of the codes and ranges in a piece of text, as fine as it says. A range gives the families it spans,
 * at most eight: "10000–69999" says nothing of what somebody codes. In a contact line only ranges and named codes
 * count, for a bare number there is a ZIP code or a box.
 */
export function familiesOfCodesIn(text: string, { isContact }: { isContact: boolean }): string[] {
  const plain = NOT_CODES.reduce((rest, pattern) => rest.replace(pattern, " "), text);
  const pieces = plain.match(/.{1,280}(?:\s|$)/gs) ?? [];
  const names = /\b(?:ICD|CPT|HCPCS|DX|codes?)\b/i.test(plain);
  const found = pieces.flatMap((piece) => withoutTwins(resolveCodes(piece).codes, plain));
  const ids = found.flatMap((code) => {
    const isRange = code.code.includes("–");
    const isNamed = /^(?:DRG|HCC|APC|MDC|V2)/.test(code.code);
    if (isContact && !isRange && !isNamed) return [];
    if (isRange) return familiesInRange(code);
    const isCategory = names && /^[A-Z]\d[0-9A-Z]$/.test(code.code);
    return WHOLE.test(code.code) || isCategory ? finest(code) : [];
  });
  return [...new Set(ids)];
}

/** "E1130-E1298" is wheelchairs, and only where a diagnosis is spoken of diabetes. */
function withoutTwins(codes: readonly InterpretedCode[], text: string): InterpretedCode[] {
  const isDiagnosis = /\b(?:ICD|DX|diagnos\w+)\b/i.test(text);
  const written = new Set(codes.flatMap(({ system, code }) => (system === "hcpcs" ? code : [])));
  return codes.filter(
    ({ system, code }) =>
      isDiagnosis || system !== "icd10cm" || !written.has(code.replaceAll(".", "")),
  );
}

const active = ({ families }: InterpretedCode): CodeFamily[] =>
  families.flatMap(({ id }) => findFamily(id) ?? []).filter(({ status }) => status === "active");

/** The finest families that hold a code; a code only its whole system holds says too little. */
function finest(code: InterpretedCode): string[] {
  if (/^(?:MDC|V2)/.test(code.code))
    return topmost(active(code).filter((family) => isBelowSystem(family)));
  const families = active(code).filter((family) => isBelowSystem(family));
  const parents = new Set(families.map(({ parent }) => parent));
  return families.filter(({ id }) => !parents.has(id)).map(({ id }) => id);
}

function familiesInRange(code: InterpretedCode): string[] {
  const [low = "", high = ""] = code.code.replace(/^(?:DRG|HCC|APC) /, "").split("–");
  const families = active(code).filter((family) => isBelowSystem(family));
  const inside = families.filter(
    (family) => family.start >= asIn(family, low) && family.end <= asIn(family, high, "Z"),
  );
  // Coders round ranges: "99202–99499" and "70000–79999" mean the section between.
  if (inside.length > 0) {
    const top = topmost(inside);
    return top.length <= MOST_PER_RANGE ? top : [];
  }
  const leaves = families.filter(({ id }) => childrenOf(id).length === 0);
  return leaves.length <= MOST_PER_RANGE ? leaves.map(({ id }) => id) : [];
}

/** A code as wide as a family's scheme compares: "I25.10" as "I25", "DRG 85" as "085". */
const asIn = ({ start, scheme }: CodeFamily, code: string, fill = "0"): string =>
  scheme === "msdrg" || scheme.startsWith("hcc")
    ? code.padStart(start.length, "0")
    : code.replace(".", "").slice(0, start.length).padEnd(start.length, fill);

const isBelowSystem = ({ level, id }: CodeFamily): boolean =>
  level !== "system" && id !== "cms-hcc";

function topmost(families: readonly CodeFamily[]): string[] {
  const ids = new Set(families.map(({ id }) => id));
  return [...ids].filter(
    (id) =>
      !lineage(id)
        .slice(1)
        .some((ancestor) => ids.has(ancestor)),
  );
}
