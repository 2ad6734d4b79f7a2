import { CODE_FAMILIES, findFamily } from "./code-families.ts";
import type { NamedSystem, Reading } from "./code-readings.ts";
import type { Token } from "./typed-line.ts";

export interface SystemName {
  system: NamedSystem;
  next: number;
  /** What the name means without a code after it: "V28", "MDC 5". */
  alone?: Reading[];
}

const NAMES: readonly (readonly [RegExp, NamedSystem])[] = [
  [/^ICD(?:-| )?10(?:-| )?CM\b/i, "icd10cm"],
  [/^(?:ICD(?:-| )?10(?:-| )?)?PCS\b/i, "icd10pcs"],
  [/^ICD(?:-| )?10\b|^(?:ICD|DX)\b/i, "icd10"],
  [/^CPT(?:-4)?(?![A-Z])/i, "cpt"],
  [/^HCPCS(?: LEVEL II| II)?\b/i, "hcpcs"],
  [/^CDT\b/i, "hcpcs"],
  [/^(?:MS(?:-| )?)?DRGS?(?![A-Z])/i, "msdrg"],
  [/^V28(?:-| )HCCS?(?![A-Z])/i, "hcc-v28"],
  [/^V24(?:-| )HCCS?(?![A-Z])/i, "hcc-v24"],
  [/^(?:CMS(?:-| ))?HCCS?(?![A-Z])/i, "cms-hcc"],
  [/^APCS?(?![A-Z])/i, "apc"],
];

/** The name of a code system at a token, with the words that lead from it to the code. */
export function systemAt(text: string, tokens: readonly Token[], at: number): SystemName | null {
  const start = tokens[at]?.start ?? 0;
  const here = text.slice(start);
  const mdc = /^MDC[ -]?0?(\d{1,2})\b/i.exec(here);
  const alone = mdc ? majorCategory(Number(mdc[1])) : [];
  if (mdc && alone.length > 0) {
    return { system: "msdrg", next: indexAt(tokens, start + mdc[0].length), alone };
  }
  const model = /^V(?:24|28)(?![.\w])(?!(?:-| )HCC)/i.exec(here)?.[0].toLowerCase();
  if (model) return { system: "cms-hcc", next: at + 1, alone: riskModel(`hcc-${model}`) };
  for (const [pattern, system] of NAMES) {
    const name = pattern.exec(here)?.[0];
    if (!name) continue;
    const lead =
      /^\s*(?:codes?|ranges?|V2[48])?\s*[:#-]?\s*/i.exec(here.slice(name.length))?.[0] ?? "";
    const version = /V2[48]/i.exec(lead)?.[0]?.toLowerCase();
    const narrowed = system === "cms-hcc" && version ? (`hcc-${version}` as NamedSystem) : system;
    return { system: narrowed, next: indexAt(tokens, start + name.length + lead.length) };
  }
  return null;
}

/** "V28" on this board is the risk adjustment model; the ICD-10-CM category is reached by its system's name. */
function riskModel(id: string): Reading[] {
  const { start, end } = findFamily(id) ?? { start: "", end: "" };
  const scheme = id === "hcc-v24" ? "hcc-v24" : "hcc-v28";
  const code = scheme.slice(4).toUpperCase();
  return [{ system: "cms-hcc", scheme, code, from: start, to: end, rank: 0 }];
}

const indexAt = (tokens: readonly Token[], position: number): number => {
  const next = tokens.findIndex(({ start }) => start >= position);
  return next === -1 ? tokens.length : next;
};

/** "MDC 5": its sections and families, which the taxonomy names by their number. */
function majorCategory(number: number): Reading[] {
  return CODE_FAMILIES.filter(({ scheme, label, level }) => {
    const named = /^MDC (\d+)(?:(?:-| and )(\d+))?:/.exec(label);
    const [low, high] = [Number(named?.[1]), Number(named?.[2] ?? named?.[1])];
    return scheme === "msdrg" && level === "section" && number >= low && number <= high;
  }).map(({ start, end }) => ({
    system: "msdrg",
    scheme: "msdrg",
    code: `MDC ${number}`,
    from: start,
    to: end,
    rank: 0,
  }));
}
