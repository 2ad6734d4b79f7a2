import { createRequire } from "node:module";
import ranges from "@fontsource/source-sans-3/unicode.json" with { type: "json" };

const { resolve } = createRequire(import.meta.url);

export type Weight = 400 | 600;

/** The parts the typeface comes in, each for some characters; the first serves what none has. */
const SUBSETS = [
  "latin",
  "latin-ext",
  "vietnamese",
  "greek",
  "greek-ext",
  "cyrillic",
  "cyrillic-ext",
] as const;
type Subset = (typeof SUBSETS)[number];

/** Where a part of Source Sans 3 (SIL Open Font License) lies on this machine. */
export const fontFile = (subset: Subset, weight: Weight): string =>
  resolve(`@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff`);

const spans = SUBSETS.map((subset) => ({
  subset,
  spans: ranges[subset].split(",").map((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  }),
}));

function subsetOf(char: string): Subset {
  const code = char.codePointAt(0) ?? 0;
  return (
    spans.find((one) => one.spans.some(([from, to]) => code >= from && code <= to))?.subset ??
    "latin"
  );
}

/** A text cut where another part of the typeface takes over; what no part holds is shown as a question mark. */
export function runsOf(text: string): { text: string; subset: Subset }[] {
  const runs: { text: string; subset: Subset }[] = [];
  for (const char of text) {
    const isHeld = spans.some(({ spans: own }) =>
      own.some(
        ([from, to]) => (char.codePointAt(0) ?? 0) >= from && (char.codePointAt(0) ?? 0) <= to,
      ),
    );
    const last = runs.at(-1);
    // Spaces go with what stands before them.
    const subset = last && /\s/.test(char) ? last.subset : subsetOf(char);
    const shown = isHeld ? char : "?";
    if (last?.subset === subset) last.text += shown;
    else runs.push({ text: shown, subset });
  }
  return runs;
}
