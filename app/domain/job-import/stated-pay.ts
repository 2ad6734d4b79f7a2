import type { PayType } from "../pay.ts";

export interface StatedPay {
  /** Null where the text gives figures without a period and they could be either. */
  type: PayType | null;
  /** As digits, ready for a form. */
  min: string;
  max: string;
}

const FIGURE = /\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k\b)?/gi;
const PERIODS: readonly (readonly [RegExp, PayType])[] = [
  [/\b(?:per|an|\/|a)?\s*(?:hour|hr|hourly)\b|\/\s*h(?:r|our)?\b/i, "hourly"],
  [/\b(?:per|a|\/)?\s*(?:year|yr|annum|annual(?:ly)?|yearly)\b|\bsalary\b/i, "salary"],
  [/\b(?:per|a|\/)?\s*(?:day|daily)\b/i, "daily-rate"],
  [/\b(?:per|a|\/)?\s*(?:chart|record)\b/i, "per-chart"],
  [/\b(?:per|a|\/)?\s*encounter\b/i, "per-encounter"],
];

/** "$28 - $35 per hour", "60k–75k a year", "$31.50/hr". Null when there is no figure. */
export function statedPay(text: string): StatedPay | null {
  const figures = [...text.matchAll(FIGURE)]
    .map(([, whole = "", cents = "", thousand]) => {
      const figure = Number(`${whole.replaceAll(",", "")}${cents}`);
      return thousand ? figure * 1_000 : figure;
    })
    .filter((figure) => figure > 0);
  const [min, max = min] = figures;
  if (min === undefined || max === undefined) return null;
  // "60–75k": the thousand is said once.
  const low = max >= 1_000 && min < 1_000 && min * 1_000 <= max ? min * 1_000 : min;
  const named = PERIODS.find(([pattern]) => pattern.test(text))?.[1];
  return { type: named ?? periodOf(low, max), min: String(low), max: String(max) };
}

function periodOf(min: number, max: number): PayType | null {
  if (min >= 7.25 && max <= 200) return "hourly";
  return min >= 15_000 && max <= 500_000 ? "salary" : null;
}
