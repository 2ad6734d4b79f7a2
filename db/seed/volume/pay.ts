import { hourlyRange, type PayType, piecesAnHour } from "#app/domain/pay.ts";
import vocabulary from "#app/domain/reference/vocabulary.json" with { type: "json" };
import type { SeedRow } from "../insert-rows.ts";
import type { Random } from "./random.ts";

const TYPICAL = new Map(vocabulary.pay_types.map(({ slug, typical }) => [slug, typical]));

/** Where in the typical range of a pay type a level stands. */
const STANDING: Record<string, number> = {
  apprentice: 0.02,
  entry: 0.14,
  mid: 0.34,
  senior: 0.54,
  expert: 0.74,
};

const STEP: Partial<Record<PayType, number>> = {
  hourly: 0.25,
  "hourly-plus-incentive": 0.25,
  salary: 500,
  "daily-rate": 10,
};

const SALARIED = new Set(["coding-manager", "coding-supervisor", "compliance-officer", "educator"]);

function drawPayType(random: Random, role: string, employment: string): PayType {
  if (role === "biller" && random.chance(0.15)) return "percent-collections";
  if (employment === "contract-1099") {
    return random.weigh([
      ["per-chart", 5],
      ["per-encounter", 3],
      ["hourly", 2],
    ]);
  }
  if (employment === "contract-w2" && random.chance(0.15)) return "daily-rate";
  if (SALARIED.has(role)) return random.chance(0.8) ? "salary" : "hourly";
  return random.weigh([
    ["hourly", 70],
    ["salary", 14],
    ["hourly-plus-incentive", 12],
    ["per-chart", 3],
    ["per-rvu", 1],
  ]);
}

/** Pay within the type's typical range, by level, and its hourly equivalent. */
export function drawPay(
  random: Random,
  { role, employment, level }: { role: string; employment: string; level: string },
) {
  const type = drawPayType(random, role, employment);
  const [low = 0, high = 0] = TYPICAL.get(type) ?? [];
  const step = STEP[type] ?? 0.05;
  const rounded = (value: number) => Math.round(Math.round(value / step) * step * 100) / 100;
  const at = Math.max(0, (STANDING[level] ?? 0.3) + (random.fraction() - 0.5) * 0.16);
  const min = rounded(low + (high - low) * at);
  const max = Math.max(min, rounded(min * (1.12 + random.fraction() * 0.22)));
  const piece = hourlyRange({ type, min, max, guaranteedHourly: null }) === null;
  const guaranteedHourly = piece && random.chance(0.6) ? random.whole(16, 24) : null;
  return { payType: type, payMin: min, payMax: max, guaranteedHourly };
}

/** What that pay comes to an hour, at the target the job states. */
export function hourlyColumns(
  { payType: type, payMin: min, payMax: max, guaranteedHourly }: ReturnType<typeof drawPay>,
  {
    productionUnit: unit,
    productionTarget: target,
  }: { productionUnit: string | null; productionTarget: number | null },
): SeedRow<"jobs"> {
  const perHour = piecesAnHour(type, { unit, target });
  const hourly = hourlyRange({ type, min, max, guaranteedHourly, perHour });
  return { hourlyMin: hourly?.min ?? null, hourlyMax: hourly?.max ?? null };
}
