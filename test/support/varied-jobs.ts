import type { PayType } from "#app/domain/pay.ts";
import { hourlyRange } from "#app/domain/pay.ts";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { eligibleStates, type StateRule } from "#app/domain/us-states.ts";
import {
  CREDENTIALS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { numbers } from "./numbers.ts";

const DAY = 86_400_000;
const PLACES = [
  { city: "Tampa", state: "FL", zip: "33602", latitude: 27.9614, longitude: -82.4597 },
  { city: "Portland", state: "OR", zip: "97201", latitude: 45.4988, longitude: -122.6901 },
  { city: "Indianapolis", state: "IN", zip: "46204", latitude: 39.7717, longitude: -86.1571 },
  { city: "St. Petersburg", state: "FL", zip: "33701", latitude: 27.7765, longitude: -82.6418 },
] as const;
const PAYS: readonly [PayType, number, number][] = [
  ["hourly", 22, 28],
  ["salary", 62_000, 83_200],
  ["per-chart", 1, 2],
  ["daily-rate", 280, 360],
];

/** Published jobs that differ in everything a search can ask, few values each so that filters overlap. */
export async function makeVariedJobs(db: Db, count: number): Promise<void> {
  const next = numbers(7);
  const pick = <Value>(list: readonly Value[]): Value =>
    list[Math.floor(next() * list.length)] as Value;
  const some = <Value>(list: readonly Value[], most: number): Value[] => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(list))),
  ];
  const few = <Term extends { slug: string }>(terms: readonly Term[]) =>
    terms.slice(0, 4).map(({ slug }) => slug);
  const credentials = CREDENTIALS.slice(0, 4).map(({ code }) => code);
  const families = CODE_FAMILIES.filter(({ id }) =>
    /^cpt-(?:structural|echo|cath|medicine-card)|^icd10cm-(?:ischemic|ch09)|^hcc|^cpt$|revasc/.test(
      id,
    ),
  ).map(({ id }) => id);
  const employers = await Promise.all([makeEmployer(db), makeEmployer(db)]);
  for (let made = 0; made < count; made += 1) {
    const place = pick(PLACES);
    const workMode = pick(few(WORK_MODES));
    const rule = pick<StateRule>(["all-states", "listed-states", "excluded-states", "commutable"]);
    const states =
      workMode === "onsite" ? [place.state] : eligibleStates(rule, ["OR", "IN"], place.state);
    const [payType, payMin, payMax] = pick(PAYS);
    const hourly = hourlyRange({ type: payType, min: payMin, max: payMax, guaranteedHourly: null });
    const at = new Date(Date.now() - Math.floor(next() * 40) * DAY - made * 1_000);
    await makeJob(db, {
      ...place,
      employerId: pick(employers).id,
      title: `${pick(["Senior", "Junior", "Lead"])} coder ${made}`,
      specialty: pick(few(SPECIALTIES)),
      otherSpecialties: some(few(SPECIALTIES), 1),
      settings: [pick(few(SETTINGS))],
      workMode,
      stateRule: rule,
      eligibleStates: states,
      employmentType: pick(few(EMPLOYMENT_TYPES)),
      payType,
      payMin,
      payMax,
      hourlyMin: hourly?.min ?? null,
      hourlyMax: hourly?.max ?? null,
      experienceLevel: pick([null, ...few(EXPERIENCE_LEVELS)]),
      acceptsApprentices: next() < 0.3,
      credentialRule: toJson(
        pick([[], [[credentials[0]], [credentials[1], credentials[2]]], [[credentials[3]]]]),
      ),
      software: some(few(SOFTWARE), 2),
      firstPublishedAt: at,
      publishedAt: at,
      requirements: some(families, 3).map((familyId) => ({
        familyId,
        level: pick(["must", "nice"]),
        minMonths: 12,
      })),
    });
  }
}
