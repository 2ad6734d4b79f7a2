import { addDays, LONGEST_OPEN_DAYS } from "#app/domain/closing-day.ts";
import type { PayType } from "#app/domain/pay.ts";
import type { PartialJob } from "./job.form.ts";
import { type FindPlace, placeRules, type Refusal } from "./job-place-rules.ts";

const PIECE_RATES: readonly PayType[] = [
  "per-chart",
  "per-encounter",
  "per-rvu",
  "percent-collections",
];

export const isPieceRate = (type: PayType): boolean => PIECE_RATES.includes(type);

/** Plausible figures by pay type: a yearly figure typed as an hourly one misleads every search by pay. */
const PLAUSIBLE: Partial<Record<PayType, { least: number; most: number; sentence: string }>> = {
  hourly: {
    least: 7.25,
    most: 300,
    sentence: "That does not look like an hourly figure. Check how this job pays.",
  },
  "hourly-plus-incentive": {
    least: 7.25,
    most: 300,
    sentence: "That does not look like an hourly figure. Check how this job pays.",
  },
  salary: {
    least: 10_000,
    most: 500_000,
    sentence: "That does not look like a yearly figure. Check how this job pays.",
  },
  "daily-rate": {
    least: 50,
    most: 3_000,
    sentence: "That does not look like a daily figure. Check how this job pays.",
  },
  "percent-collections": { least: 0.01, most: 100, sentence: "A percentage is at most 100." },
};

/**
 * The rules of a job that need more than one field, the calendar or the map, each as a sentence beside a field.
 * Pure: `today` is New York's calendar day, `findPlace` the offline map. Fields that could not be read are skipped.
 */
export function jobRules(job: PartialJob, today: string, findPlace: FindPlace): Refusal[] {
  return [
    ...familyRules(job),
    ...levelRules(job),
    ...placeRules(job, findPlace),
    ...payRules(job),
    ...measureRules(job),
    ...closingRules(job, today),
  ];
}

function familyRules({ requirements }: PartialJob): Refusal[] {
  if (requirements === null || requirements.some(({ level }) => level === "must")) return [];
  return [
    {
      name: "requirements",
      sentence:
        "Add at least one code family people must have coded: it is how coders find this job.",
    },
  ];
}

function levelRules({ experienceLevel, minMonths, acceptsApprentices }: PartialJob): Refusal[] {
  const refusals: Refusal[] = [];
  if (experienceLevel === "apprentice" && acceptsApprentices === false) {
    refusals.push({
      name: "acceptsApprentices",
      sentence:
        "An apprentice-level job has to accept apprentices. Tick this, or choose another level.",
    });
  }
  if ((experienceLevel === "apprentice" || experienceLevel === "entry") && (minMonths ?? 0) > 12) {
    refusals.push({
      name: "minMonths",
      sentence:
        "A job at this level can ask for 12 months at most. Ask for less, or choose another level.",
    });
  }
  return refusals;
}

function payRules({
  payType,
  payMin,
  payMax,
  guaranteedHourly,
  employmentType,
}: PartialJob): Refusal[] {
  const refusals: Refusal[] = [];
  if (payMin !== null && payMax !== null && payMin > payMax) {
    refusals.push({ name: "payMax", sentence: "The upper figure is below the lower one." });
  }
  const plausible = payType ? PLAUSIBLE[payType] : undefined;
  if (plausible) {
    if (payMin !== null && (payMin < plausible.least || payMin > plausible.most)) {
      refusals.push({ name: "payMin", sentence: plausible.sentence });
    } else if (payMax !== null && payMax > plausible.most) {
      refusals.push({ name: "payMax", sentence: plausible.sentence });
    }
  }
  // A contractor on 1099 has no wage floor; everyone else paid by the piece does, by law.
  if (
    payType &&
    isPieceRate(payType) &&
    guaranteedHourly === null &&
    employmentType !== "contract-1099"
  ) {
    refusals.push({
      name: "guaranteedHourly",
      sentence:
        "Pay by the piece needs the hourly pay you guarantee on a slow day (1099 contracts excepted).",
    });
  }
  return refusals;
}

function measureRules(job: PartialJob): Refusal[] {
  const refusals: Refusal[] = [];
  if (job.productionUnit && job.productionTarget === null) {
    refusals.push({
      name: "productionTarget",
      sentence: "Give the figure you expect, or leave both empty.",
    });
  }
  if (!job.productionUnit && job.productionTarget !== null) {
    refusals.push({ name: "productionUnit", sentence: "Choose what the figure counts." });
  }
  if (job.accuracyMetric && job.accuracyMin === null) {
    refusals.push({
      name: "accuracyMin",
      sentence: "Give the figure you expect, or leave both empty.",
    });
  }
  if (!job.accuracyMetric && job.accuracyMin !== null) {
    refusals.push({ name: "accuracyMetric", sentence: "Choose how accuracy is counted." });
  }
  return refusals;
}

function closingRules({ closesOn }: PartialJob, today: string): Refusal[] {
  if (closesOn === null) return [];
  if (closesOn <= today) return [{ name: "closesOn", sentence: "Choose a day after today." }];
  if (closesOn > addDays(today, LONGEST_OPEN_DAYS)) {
    return [
      {
        name: "closesOn",
        sentence: `Choose a day within ${LONGEST_OPEN_DAYS} days; you can extend it later.`,
      },
    ];
  }
  return [];
}
