export type PayType =
  | "hourly"
  | "salary"
  | "per-chart"
  | "per-encounter"
  | "per-rvu"
  | "hourly-plus-incentive"
  | "daily-rate"
  | "percent-collections"
  | "stipend";

/** How a pay figure is read aloud: "$30–$39 an hour". */
const PAY_PERIODS: Record<PayType, string> = {
  hourly: "an hour",
  salary: "a year",
  "per-chart": "a chart",
  "per-encounter": "an encounter",
  "per-rvu": "a work RVU",
  "hourly-plus-incentive": "an hour plus incentive",
  "daily-rate": "a day",
  "percent-collections": "percent of collections",
  stipend: "a week",
};

const HOURS_PER_YEAR = 2080;
const HOURS_PER_DAY = 8;

export interface Pay {
  type: PayType;
  min: number;
  max: number;
  /** USD an hour guaranteed whatever the volume, for piece rates; null when none is stated. */
  guaranteedHourly: number | null;
  /** How many pieces the job expects of an hour, as `piecesAnHour` reads its target; absent or null where it says none. */
  perHour?: number | null;
}

// Nobody codes more: a target past this is a slip of the keyboard.
const MOST_AN_HOUR = 200;

/** What is paid for, and how each unit a target may be stated in becomes pieces an hour. */
const PIECES: Partial<
  Record<PayType, { plural: string; units: Record<string, (target: number) => number> }>
> = {
  "per-chart": {
    plural: "charts",
    units: {
      "charts-per-hour": (target) => target,
      "charts-per-day": (target) => target / HOURS_PER_DAY,
      "minutes-per-chart": (target) => 60 / target,
    },
  },
  "per-encounter": { plural: "encounters", units: { "encounters-per-hour": (target) => target } },
};

/** The job's own target as pieces of what it pays for, an hour; null when it states none or counts something else. */
export function piecesAnHour(
  type: PayType | null,
  { unit, target }: { unit: string | null; target: number | null },
): number | null {
  if (!type || !unit || target === null || target <= 0) return null;
  const perHour = PIECES[type]?.units[unit]?.(target);
  return perHour === undefined || perHour > MOST_AN_HOUR ? null : Math.round(perHour * 100) / 100;
}

/**
 * The hourly equivalent in USD, or null where the pay type has none. Piece rates: what the job's own target brings in,
 * never less than what is guaranteed; without a target what is guaranteed; without both none.
 * A year is 2,080 hours and a day 8; periods are never mixed without this step.
 */
export function hourlyRange(pay: Pay): { min: number; max: number } | null {
  const round = (value: number) => Math.round(value * 100) / 100;
  switch (pay.type) {
    case "hourly":
    case "hourly-plus-incentive":
      return { min: round(pay.min), max: round(pay.max) };
    case "salary":
      return { min: round(pay.min / HOURS_PER_YEAR), max: round(pay.max / HOURS_PER_YEAR) };
    case "daily-rate":
      return { min: round(pay.min / HOURS_PER_DAY), max: round(pay.max / HOURS_PER_DAY) };
    case "per-chart":
    case "per-encounter":
    case "per-rvu":
    case "percent-collections":
    case "stipend":
      return pieceRange(pay);
  }
}

function pieceRange({ min, max, guaranteedHourly, perHour = null }: Pay) {
  if (perHour === null) {
    return guaranteedHourly === null ? null : { min: guaranteedHourly, max: guaranteedHourly };
  }
  const effective = (rate: number) =>
    Math.max(guaranteedHourly ?? 0, Math.round(rate * perHour * 100) / 100);
  return { min: effective(min), max: effective(max) };
}

// Made once: making one costs a hundred times more than using it.
const dollars = (digits: number) =>
  new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  });
const wholeDollars = dollars(0);
const dollarsAndCents = dollars(2);

const money = (value: number): string =>
  (Number.isInteger(value) ? wholeDollars : dollarsAndCents).format(value);

/** "$30–$39 an hour", "$62,000–$78,000 a year", "$0.95–$1.25 a chart", "3–5 percent of collections". */
export function formatPay(pay: Pick<Pay, "type" | "min" | "max">): string {
  const figure = pay.type === "percent-collections" ? String : money;
  const range = pay.min === pay.max ? figure(pay.min) : `${figure(pay.min)}–${figure(pay.max)}`;
  return `${range} ${PAY_PERIODS[pay.type]}`;
}

/** The hourly equivalent where it says something the stated pay does not: "about $29.81–$37.50 an hour", with what
 * it assumes: "about $19–$25 an hour at 20 charts an hour"; else null. */
export function formatHourlyEquivalent(pay: Pay): string | null {
  if (pay.type === "hourly" || pay.type === "hourly-plus-incentive") return null;
  const range = hourlyRange(pay);
  if (!range) return null;
  const text =
    range.min === range.max ? money(range.min) : `${money(range.min)}–${money(range.max)}`;
  const plural = PIECES[pay.type]?.plural;
  if (pay.perHour && plural) return `about ${text} an hour at ${pay.perHour} ${plural} an hour`;
  return pay.type === "salary" || pay.type === "daily-rate"
    ? `about ${text} an hour`
    : `at least ${text} an hour`;
}
