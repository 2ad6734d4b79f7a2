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
}

/**
 * The hourly equivalent in USD, or null where the pay type has none (piece rates without a guaranteed base).
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
      return pay.guaranteedHourly === null
        ? null
        : { min: pay.guaranteedHourly, max: pay.guaranteedHourly };
  }
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

/** The hourly equivalent where it says something the stated pay does not: "about $29.81–$37.50 an hour"; else null. */
export function formatHourlyEquivalent(pay: Pay): string | null {
  if (pay.type === "hourly" || pay.type === "hourly-plus-incentive") return null;
  const range = hourlyRange(pay);
  if (!range) return null;
  const text =
    range.min === range.max ? money(range.min) : `${money(range.min)}–${money(range.max)}`;
  return pay.type === "salary" || pay.type === "daily-rate"
    ? `about ${text} an hour`
    : `at least ${text} an hour`;
}
