import type { PayType } from "#app/domain/pay.ts";
import { hourlyRange } from "#app/domain/pay.ts";
import { eligibleStates, type StateRule } from "#app/domain/us-states.ts";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { numbers } from "#test/support/numbers.ts";
import { JOB_KINDS } from "./kinds.ts";

/** What a posting states, for the judges: nothing here comes from a search engine. */
export interface StatedJob {
  title: string;
  employer: string;
  employerKind: string;
  role: string;
  specialty: string;
  otherSpecialties: readonly string[];
  settings: readonly string[];
  must: readonly string[];
  rule: readonly (readonly string[])[];
  preferred: readonly string[];
  city: string;
  state: string;
  zip: string;
  latitude: number;
  longitude: number;
  workMode: string;
  stateRule: StateRule;
  eligibleStates: readonly string[];
  employmentType: string;
  schedule: string;
  experienceLevel: string | null;
  acceptsApprentices: boolean;
  software: readonly string[];
  pay: { type: PayType; min: number; max: number };
  description: string;
  /** Hours since it was posted. */
  age: number;
}

const PLACES: readonly (readonly [string, string, string, number, number])[] = [
  ["Houston", "TX", "77030", 29.7064, -95.4018],
  ["Dallas", "TX", "75201", 32.7876, -96.7994],
  ["Austin", "TX", "78701", 30.2713, -97.7426],
  ["Boston", "MA", "02114", 42.3611, -71.0682],
  ["Tampa", "FL", "33602", 27.9614, -82.4597],
  ["Miami", "FL", "33125", 25.7826, -80.2341],
  ["Phoenix", "AZ", "85004", 33.4515, -112.0685],
  ["Cleveland", "OH", "44106", 41.5084, -81.6076],
  ["Columbus", "OH", "43210", 40.0028, -83.0164],
  ["Nashville", "TN", "37203", 36.1496, -86.7893],
  ["Portland", "OR", "97201", 45.4988, -122.6901],
  ["Indianapolis", "IN", "46204", 39.7717, -86.1571],
  ["Chicago", "IL", "60612", 41.8806, -87.6873],
  ["Seattle", "WA", "98104", 47.6036, -122.3256],
  ["Los Angeles", "CA", "90033", 34.0487, -118.2084],
  ["Kansas City", "MO", "64108", 39.0837, -94.5868],
  ["New York", "NY", "10016", 40.7452, -73.978],
  ["Bangor", "ME", "04401", 44.8246, -68.7918],
];

const EMPLOYERS: readonly (readonly [string, string])[] = [
  ["Bayside Heart Institute", "physician-group"],
  ["Lone Star Regional Health", "health-system"],
  ["Cascade Physician Partners", "physician-group"],
  ["Harborview Coding Services", "coding-vendor"],
  ["Midwest Revenue Partners", "rcm-company"],
  ["Commonwealth General Hospital", "academic-medical-center"],
  ["Sunshine Surgery Centers", "asc-company"],
  ["Pioneer Critical Access Hospital", "critical-access-hospital"],
  ["Summit Health Plan", "health-plan"],
  ["Bluegrass Coding Staff", "staffing-agency"],
  ["Granite State Labs", "laboratory"],
  ["Riverbend Children's Hospital", "childrens-hospital"],
  ["Desert Sky Oncology", "physician-group"],
  ["Great Lakes Health System", "health-system"],
];

const LEVELS = ["", "", "", "Senior ", "Lead ", "Remote "] as const;
const SCHEDULES = ["flex", "core-hours", "fixed-day", "evening", "weekend", "four-tens"] as const;
const EXPERIENCE = ["apprentice", "entry", "mid", "mid", "senior", "expert", null] as const;
const SOFTWARE = [
  "epic",
  "oracle-health",
  "meditech",
  "athenahealth",
  "solventum-360",
  "optum-encoderpro",
  "trucode",
  "nextgen",
] as const;
const PAY: readonly (readonly [PayType, number, number])[] = [
  ["hourly", 22, 27],
  ["hourly", 28, 36],
  ["hourly", 40, 52],
  ["salary", 52_000, 64_000],
  ["salary", 78_000, 96_000],
];

/** The same 2,000 postings every time, each different from the others in something a search can ask. */
export function statedJobs(count = 2_000): StatedJob[] {
  const next = numbers(2_026);
  const pick = <Value>(list: readonly Value[]): Value =>
    list[Math.floor(next() * list.length)] as Value;
  return Array.from({ length: count }, (_, at): StatedJob => {
    const kind = JOB_KINDS[at % JOB_KINDS.length] as (typeof JOB_KINDS)[number];
    const [city, state, zip, latitude, longitude] = pick(PLACES);
    const [employer, employerKind] = pick(EMPLOYERS);
    const level = pick(LEVELS);
    const workMode =
      level === "Remote " ? "remote" : pick(["remote", "remote", "hybrid", "onsite"]);
    const stateRule: StateRule =
      workMode === "remote" ? pick(["all-states", "listed-states"]) : "commutable";
    const listed = [...new Set([state, pick(PLACES)[1], pick(PLACES)[1]])];
    const type = pick([
      "full-time",
      "full-time",
      "full-time",
      "part-time",
      "prn",
      "contract-w2",
      "contract-1099",
      "temporary",
    ]);
    const schedule = pick(SCHEDULES);
    // A title's grade and what it asks go together.
    const experienceLevel = /Senior|Lead/.test(level)
      ? pick(["senior", "expert"])
      : pick(EXPERIENCE);
    const acceptsApprentices =
      experienceLevel === "apprentice" || (experienceLevel === "entry" && next() < 0.4);
    const [payType, min, max] = pick(PAY);
    return {
      title: pick(kind.titles).replace("{level}", level),
      employer,
      employerKind,
      role: kind.role,
      specialty: kind.specialty,
      otherSpecialties: kind.otherSpecialties ?? [],
      settings: kind.settings,
      must: kind.families,
      rule: pick(kind.rules),
      preferred: next() < 0.25 ? [pick(["CIRCC", "CRC", "CPMA", "RHIT", "CDEO"])] : [],
      city,
      state,
      zip,
      latitude,
      longitude,
      workMode,
      stateRule,
      eligibleStates: workMode === "remote" ? eligibleStates(stateRule, listed, state) : [state],
      employmentType: type,
      schedule,
      experienceLevel,
      acceptsApprentices,
      software: [...new Set([pick(SOFTWARE), pick(SOFTWARE)])],
      pay: { type: payType, min, max },
      description: `${kind.about} ${acceptsApprentices ? "Apprentices are welcome." : "You have coded this before."} ${pick(["Quarterly audits.", "Paid CEUs.", "A team of nine.", "Own equipment sent to you."])}`,
      age: at,
    };
  });
}

/** Publishes the postings; answers their ids in the same order. */
export async function postJobs(db: Db, jobs: readonly StatedJob[]): Promise<string[]> {
  const employers = new Map<string, string>();
  for (const [name, kind] of EMPLOYERS) {
    employers.set(name, (await makeEmployer(db, { name, kind })).id);
  }
  const ids: string[] = [];
  for (const job of jobs) {
    const { age, must, rule, preferred, pay, employer, employerKind: _kind, ...columns } = job;
    const hourly = hourlyRange({ ...pay, guaranteedHourly: null });
    const at = new Date(Date.now() - age * 3_600_000 * 0.1 - 60_000);
    const { id } = await makeJob(db, {
      ...columns,
      otherSpecialties: [...job.otherSpecialties],
      settings: [...job.settings],
      eligibleStates: [...job.eligibleStates],
      software: [...job.software],
      employerId: employers.get(employer) ?? "",
      credentialRule: toJson(rule.map((group) => [...group])),
      preferredCredentials: [...preferred],
      payType: pay.type,
      payMin: pay.min,
      payMax: pay.max,
      hourlyMin: hourly?.min ?? null,
      hourlyMax: hourly?.max ?? null,
      firstPublishedAt: at,
      publishedAt: at,
      requirements: must.map((familyId) => ({ familyId, level: "must", minMonths: 12 })),
    });
    ids.push(id);
  }
  return ids;
}
