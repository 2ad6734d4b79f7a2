import type { CodeSystem } from "./code-systems.ts";
import { isKnown, meetsLeaf, type Scheme, type Span, widthOf } from "./covering.ts";

/** The system a person named before a code ("DRG 247"); "icd10" leaves open which half. */
export type NamedSystem = CodeSystem | "icd10" | "hcc-v24" | "hcc-v28";

/**
 * One way to read a typed code. `rank` says how sure it is: 0 = written as its system writes it, 1 = whole but
 * written otherwise (ICD-10-CM without its dot), 2 = half typed.
 */
export interface Reading extends Span {
  system: CodeSystem;
  /** As its system writes it: "I25.10", "HCC 85". */
  code: string;
  rank: 0 | 1 | 2;
}

const HCPCS_LETTER = "[A-EGHJ-MP-V]";
const PCS_CHARACTER = "[0-9A-HJ-NP-Z]";

// Only the letters ICD-10-CM has used inside a category, so that "H1B" and "B2B" stay words.
const ICD_CATEGORY = "(?:[A-Z]\\d\\d|C4A|C7[AB]|D3A|I1A|I5A|J4A|M1A|O9A|Z3A|QA0)";

const SHAPES = {
  category1: /^\d{5}$/,
  halfCategory1: /^\d{2,4}$/,
  lettered: /^\d{4}([FTUM])$/,
  hcpcs: new RegExp(`^${HCPCS_LETTER}\\d{4}$`),
  halfHcpcs: new RegExp(`^${HCPCS_LETTER}\\d{1,3}$`),
  icdCategory: new RegExp(`^${ICD_CATEGORY}$`),
  icdDotted: new RegExp(`^(${ICD_CATEGORY})\\.([0-9A-Z]{1,4})$`),
  icdUndotted: new RegExp(`^(${ICD_CATEGORY})([0-9X][0-9A-Z]{0,3})$`),
  halfIcd: /^[A-Z]\d$/,
  pcs: new RegExp(`^[0-9B-DF-HX]${PCS_CHARACTER}{6}$`),
  halfPcs: new RegExp(`^[0-9B-DF-HX]${PCS_CHARACTER}{1,5}$`),
  // Without its system's name: what could not be a number with its unit ("30HRS") or a word ("CT2").
  bareHalfPcs: /^(?=.{3,6}$)(?:0\w*[A-Z]\w*|\d\w*[A-Z]\w*\d\w*|X[A-Z]\w*\d\w*)$/,
} as const;

const LETTERED: Record<string, Scheme> = { F: "cpt2", T: "cpt3", U: "cpt-pla", M: "cpt-maaa" };

// ICD-10-CM categories in daily use whose five-character codes, typed without the dot, look like HCPCS codes:
// E1165 is a wheelchair part to one coder and diabetes with hyperglycemia to the next. Both are read.
const DAILY_CATEGORIES = new Set(
  "A41 B95 B96 B97 C78 C79 D50 D61 D63 D68 D69 E08 E09 E10 E11 E13 E66 E78 E83 E86 E87 G40 G43 G47 G89 H10 H16 J44 J45 J84 J96 J98 L03 L40 L89 L97 M10 M16 M17 M19".split(
    " ",
  ),
);

// The same of four characters: "J189" is pneumonia, "J927" the beginning of a drug's code as likely as a pleural plaque.
// Only drugs and services are typed by half.
const HALF_TYPED = /^[GJQ]/;
const NEVER_HALF_HCPCS = new Set(
  "G20 G25 G30 G35 G44 G45 G51 G54 G56 G57 G58 G60 G61 G62 G81 G82 G93 J00 J01 J02 J03 J06 J09 J10 J11 J15 J18 J20 J21 J30 J31 J32 J34 J35 J40 J43 J47 J69 J90 J93".split(
    " ",
  ),
);

// Shapes of a code that mean something else on a job board.
const NOT_CODES = new Set(["W2", "1099", "O2", "O365", "M365"]);

const NUMBERED: ReadonlySet<CodeSystem> = new Set(["msdrg", "cms-hcc", "apc"]);

/**
 * The ways to read one typed token, surest first; empty when it is no code. `typed` is upper case. Half-typed codes
 * stand for every code they begin. Without a named system a token must meet the taxonomy, and bare numbers are
 * CPT codes of four or five digits; a year is never a code.
 */
export function readingsOf(typed: string, named: NamedSystem | null): Reading[] {
  if (!/\d/.test(typed)) return [];
  if (/^(?:19|20)\d\d$/.test(typed) || (!named && NOT_CODES.has(typed))) return [];
  const readings = [...READERS]
    .filter(([systems]) => named === null || systems.includes(named))
    .flatMap(([, read]) => read(typed, named))
    .filter((reading) => {
      if (named === null && reading.rank === 2) return meetsLeaf(reading);
      // "HCC 500" is meant as a code whatever the taxonomy holds; "ICD 33249" is the device.
      return isKnown(reading) || NUMBERED.has(reading.system);
    });
  return readings.toSorted((a, b) => a.rank - b.rank);
}

/** Of several readings those a search should follow: the surest, and its equal where two systems share a shape. */
export function likeliest(readings: readonly Reading[]): Reading[] {
  const [first] = readings;
  if (!first) return [];
  const { from: category } = first;
  const isUndottedIcd =
    first.scheme === "icd10cm" &&
    first.rank === 1 &&
    HALF_TYPED.test(category) &&
    !DAILY_CATEGORIES.has(category) &&
    !NEVER_HALF_HCPCS.has(category);
  const twin = ({ scheme, from, rank }: Reading) =>
    first.scheme === "hcpcs"
      ? scheme === "icd10cm" && rank === 1 && DAILY_CATEGORIES.has(from)
      : isUndottedIcd && scheme === "hcpcs";
  return readings.filter((reading) => reading.rank === first.rank || twin(reading));
}

type Reader = (typed: string, named: NamedSystem | null) => Reading[];

const READERS: readonly (readonly [readonly NamedSystem[], Reader])[] = [
  [["cpt", "hcpcs"], readCpt],
  [["hcpcs"], readHcpcs],
  [["icd10cm", "icd10"], readIcd],
  [["icd10pcs", "icd10"], readPcs],
  [["msdrg"], (typed, named) => (named ? readNumber(typed, "msdrg", ["msdrg"], "DRG") : [])],
  [["cms-hcc"], (typed, named) => (named ? readHcc(typed, ["hcc-v28", "hcc-v24"]) : [])],
  [["hcc-v28"], (typed, named) => (named ? readHcc(typed, ["hcc-v28"]) : [])],
  [["hcc-v24"], (typed, named) => (named ? readHcc(typed, ["hcc-v24"]) : [])],
  [["apc"], readApc],
];

function readCpt(typed: string, named: NamedSystem | null): Reading[] {
  const wildcard = /^(\d{2,4})X+$/.exec(typed);
  const digits = wildcard?.[1] ?? typed;
  if (wildcard && typed.length !== 5) return [];
  if (SHAPES.category1.test(digits)) return [exact("cpt", "cpt1", digits)];
  const letter = SHAPES.lettered.exec(digits)?.[1];
  if (letter) return [exact("cpt", LETTERED[letter] ?? "cpt1", digits)];
  const enough = named || wildcard || digits.length === 4;
  if (!enough || !SHAPES.halfCategory1.test(digits)) return [];
  const code = wildcard ? typed.toLowerCase() : digits;
  const lettered = digits.length === 4 ? Object.entries(LETTERED) : [];
  return [
    half("cpt", "cpt1", digits, code),
    ...lettered
      .map(
        ([suffix, scheme]): Reading => ({
          ...exact("cpt", scheme, digits + suffix),
          code,
          rank: 2,
        }),
      )
      .filter(isKnown),
  ];
}

function readHcpcs(typed: string): Reading[] {
  if (SHAPES.hcpcs.test(typed)) return [exact("hcpcs", "hcpcs", typed)];
  const start = typed.length <= 5 ? typed.replace(/X+$/, "") : typed;
  return SHAPES.halfHcpcs.test(start) ? [half("hcpcs", "hcpcs", start)] : [];
}

function readIcd(typed: string): Reading[] {
  const bare = typed.replace(/\.?X*$/, "");
  if (SHAPES.icdCategory.test(bare)) return [{ ...exact("icd10cm", "icd10cm", bare) }];
  if (SHAPES.halfIcd.test(bare)) return [half("icd10cm", "icd10cm", bare)];
  const dotted = SHAPES.icdDotted.exec(typed);
  const [, category, rest] = dotted ?? SHAPES.icdUndotted.exec(typed) ?? [];
  if (!category || !rest) return [];
  const reading = exact("icd10cm", "icd10cm", category);
  return [{ ...reading, code: `${category}.${rest}`, rank: dotted ? 0 : 1 }];
}

function readPcs(typed: string, named: NamedSystem | null): Reading[] {
  const isNamed = named === "icd10pcs";
  // Seven digits without a letter are a code only where a telephone number cannot start: at 0.
  const whole = SHAPES.pcs.test(typed) && (isNamed || /^0|[A-Z]/.test(typed));
  // X begins both PCS's new technology and ICD-10-CM's external causes, which end in an encounter letter.
  if (whole && (isNamed || !/^X\d\d[\dX]{3}[ADS]$/.test(typed))) {
    return [{ ...exact("icd10pcs", "icd10pcs", typed.slice(0, 2)), code: typed }];
  }
  const shape = isNamed ? SHAPES.halfPcs : SHAPES.bareHalfPcs;
  if (!shape.test(typed) || !SHAPES.halfPcs.test(typed)) return [];
  return [{ ...exact("icd10pcs", "icd10pcs", typed.slice(0, 2)), code: typed, rank: 2 }];
}

function readNumber(
  typed: string,
  system: CodeSystem,
  schemes: Scheme[],
  prefix: string,
): Reading[] {
  if (!/^\d{1,3}$/.test(typed)) return [];
  const number = typed.padStart(3, "0");
  const code = `${prefix} ${Number(typed)}`;
  return schemes.map((scheme) => ({ ...exact(system, scheme, number), code }));
}

const readHcc = (typed: string, schemes: Scheme[]): Reading[] =>
  readNumber(typed, "cms-hcc", schemes, "HCC");

function readApc(typed: string, named: NamedSystem | null): Reading[] {
  if (!named || !/^\d{2,4}$/.test(typed)) return [];
  const reading = typed.length === 4 ? exact("apc", "apc", typed) : half("apc", "apc", typed);
  return [{ ...reading, code: `APC ${typed}` }];
}

const exact = (system: CodeSystem, scheme: Scheme, code: string): Reading => ({
  system,
  scheme,
  code,
  from: code,
  to: code,
  rank: 0,
});

const half = (system: CodeSystem, scheme: Scheme, start: string, code = start): Reading => ({
  system,
  scheme,
  code,
  from: start.padEnd(widthOf(scheme), "0"),
  to: start.padEnd(widthOf(scheme), "Z"),
  rank: 2,
});
