import type { CredentialRule } from "#app/domain/credential-rule.ts";
import vocabulary from "#app/domain/reference/vocabulary.json" with { type: "json" };
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { closingInstant } from "../closing-instant.ts";
import type { SeedRow } from "../insert-rows.ts";
import { seededJobSlug, seededUuid } from "../seeded-ids.ts";
import { drawCity } from "./cities.ts";
import { describeJob } from "./descriptions.ts";
import { volumeEmployerId } from "./employer-rows.ts";
import { drawPay, hourlyColumns } from "./pay.ts";
import { createRandom, type Random } from "./random.ts";
import { drawStates } from "./states.ts";
import { drawTitle } from "./titles.ts";
import { drawWorkKind, type WorkKind } from "./work-kinds.ts";

export interface VolumeJob {
  job: SeedRow<"jobs">;
  requirements: SeedRow<"jobRequirements">[];
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const MONTHS: Record<string, number> = {
  apprentice: 0,
  entry: 12,
  mid: 36,
  senior: 60,
  expert: 96,
};
const EHR = vocabulary.software.ehr.map(({ slug }) => slug);
const ENCODERS = vocabulary.software.encoder_cac.map(({ slug }) => slug);
const SCHEDULES = vocabulary.schedules.map(({ slug }) => slug);
const BENCHMARKS = new Map(vocabulary.productivity_benchmarks.map((one) => [one.setting, one]));
const SPARE = CODE_FAMILIES.filter(({ level, popular }) => level === "family" && popular).map(
  ({ id }) => id,
);

/** How many employers share `jobs` jobs: about 25 jobs each, at least five employers. */
export const employersFor = (jobs: number): number => 5 + Math.floor(jobs / 25);

/** The job at `index`: always the same one, its dates counted from `now`. */
export function volumeJob(index: number, now: Date): VolumeJob {
  const random = createRandom(`job ${index}`);
  const id = seededUuid(`volume job ${index}`);
  const kind = drawWorkKind(random);
  const setting = random.weigh(kind.settings);
  const role = random.weigh(kind.roles);
  const level = role === "coding-apprentice" ? "apprentice" : drawLevel(random);
  const employment = drawEmployment(random, level);
  const title = drawTitle(random, { specialty: kind.specialty, role, setting, level });
  const pay = drawPay(random, { role, employment, level });
  const place = drawPlace(random);
  const requirements = drawRequirements(random, { id, kind, level });
  const employerId = volumeEmployerId(random.whole(0, employersFor(index + 1) - 1));
  const schedule = random.pick(SCHEDULES);
  const ask = drawAsk(random, { setting, level });
  return {
    job: {
      id,
      slug: seededJobSlug(title, `volume ${index}`),
      employerId,
      status: "published",
      title,
      role,
      specialty: kind.specialty,
      otherSpecialties: [],
      settings: [setting],
      employmentType: employment,
      schedule,
      ...place,
      ...pay,
      ...hourlyColumns(pay, ask),
      ...ask,
      description: describeJob(random, { title, setting, requirements }),
      ...drawDates(random, now),
    },
    requirements,
  };
}

const drawLevel = (random: Random): string =>
  random.weigh([
    ["apprentice", 4],
    ["entry", 22],
    ["mid", 44],
    ["senior", 22],
    ["expert", 8],
  ]);

const drawEmployment = (random: Random, level: string): string =>
  level === "apprentice" && random.chance(0.3)
    ? "internship"
    : random.weigh([
        ["full-time", 64],
        ["part-time", 9],
        ["prn", 9],
        ["contract-w2", 8],
        ["contract-1099", 4],
        ["temp-to-hire", 3],
        ["temporary", 3],
      ]);

function drawPlace(random: Random): SeedRow<"jobs"> {
  const { city, state, zip, latitude, longitude } = drawCity(random);
  const workMode = random.weigh([
    ["remote", 60],
    ["hybrid", 19],
    ["onsite", 13],
    ["remote-after-training", 8],
  ]);
  return {
    workMode,
    city,
    state,
    zip,
    latitude,
    longitude,
    ...drawStates(random, workMode, state),
  };
}

function drawRequirements(
  random: Random,
  { id, kind, level }: { id: string; kind: WorkKind; level: string },
): SeedRow<"jobRequirements">[] {
  const must = random.sample(kind.families, random.whole(1, 4));
  const rest = kind.families.filter((family) => !must.includes(family));
  const nice = [...random.sample(rest, random.whole(0, 3)), random.pick(SPARE)];
  const families = [...new Set([...must, ...nice])];
  return families.map((familyId, position) => {
    const isMust = position < Math.max(1, must.length);
    const minMonths = isMust && random.chance(0.8) ? (MONTHS[level] ?? 0) : 0;
    return { jobId: id, familyId, level: isMust ? "must" : "nice", minMonths, position };
  });
}

const FACILITY = /facility|inpatient|single-path|cdi|denials|payer/;

function drawRule(random: Random, setting: string): CredentialRule {
  if (random.chance(0.07)) return [];
  if (setting === "risk-adjustment") return [["CRC"], ["CPC"], ["CCS-P"]];
  if (FACILITY.test(setting)) {
    return random.chance(0.25)
      ? [["RHIT", "CCS"], ["CIC"]]
      : random
          .sample(["CCS", "RHIT", "RHIA", "CIC", "COC"], random.whole(2, 4))
          .map((one) => [one]);
  }
  return random
    .sample(["CPC", "CCS-P", "COC", "CCS", "CMC"], random.whole(1, 4))
    .map((one) => [one]);
}

function drawAsk(random: Random, { setting, level }: { setting: string; level: string }) {
  const benchmark = random.chance(0.8) ? BENCHMARKS.get(setting) : undefined;
  const target = benchmark && benchmark.low + (benchmark.high - benchmark.low) * random.fraction();
  return {
    experienceLevel: level,
    minMonths: MONTHS[level] ?? 0,
    acceptsApprentices: level === "apprentice" || (level === "entry" && random.chance(0.4)),
    credentialRule: drawRule(random, setting),
    preferredCredentials: random.chance(0.4)
      ? [random.pick(["CPMA", "CDEO", "RHIA", "CIRCC"])]
      : [],
    software: [...new Set([random.chance(0.4) ? "epic" : random.pick(EHR), random.pick(ENCODERS)])],
    productionUnit: benchmark?.unit ?? null,
    productionTarget: target ? Math.round(target * 2) / 2 : null,
    accuracyMetric: "coding-accuracy",
    accuracyMin: random.pick([95, 95, 95, 96, 97]),
  };
}

/** Most jobs are young: half of them were posted within the last eleven days. */
function drawDates(random: Random, now: Date): SeedRow<"jobs"> {
  const posted = new Date(now.getTime() - (0.05 + 45 * random.fraction() ** 2) * DAY_MS);
  const closing = new Date(now.getTime() + random.whole(3, 90) * DAY_MS);
  const closesOn = closing.toISOString().slice(0, 10);
  return {
    closesOn,
    expiresAt: closingInstant(closesOn),
    replyByDays: random.chance(0.7) ? random.pick([3, 5, 7, 10, 14]) : null,
    firstPublishedAt: posted,
    publishedAt: posted,
    confirmedAt: posted,
    createdAt: posted,
    updatedAt: posted,
  };
}
