import vocabulary from "#app/domain/reference/vocabulary.json" with { type: "json" };
import { labelOf, SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { SeedRow } from "../insert-rows.ts";
import { seededUuid } from "../seeded-ids.ts";
import { drawCity } from "./cities.ts";
import { createRandom, type Random } from "./random.ts";
import { drawWorkKind, type WorkKind } from "./work-kinds.ts";

export interface VolumeApplicant {
  user: SeedRow<"users">;
  applicant: SeedRow<"applicants">;
  experience: SeedRow<"applicantExperience">[];
  credentials: SeedRow<"applicantCredentials">[];
  work: SeedRow<"applicantWork">[];
  education: SeedRow<"applicantEducation">[];
}

const FIRST =
  "Aaliyah Andre Beatriz Brandon Carmen Chidi Dana Elena Fatima Grace Hector Ines Jamal Kavita Leon Maya Nora Omar Paula Quinn Rosa Samir Tamika Ursula Victor Wendy Xiomara Yusuf Zoe".split(
    " ",
  );
const LAST =
  "Abbott Barrera Chen Dorsey Eriksen Fontaine Gupta Hale Ibarra Jensen Kim Lowery Mbeki Nakamura Ortega Pham Quist Reyes Sandoval Tran Underhill Vargas Whitfield Xu Yates Zamora".split(
    " ",
  );
const LEVELS = vocabulary.experience_levels.map(({ slug }) => slug);
const STUDIES = [
  ["AAS Health Information Technology", "associate"],
  ["BS Health Information Management", "bachelor"],
  ["Certificate in medical coding", "certificate"],
] as const;

/** The applicant at `index`: always the same one. Nobody knows the secret behind `passwordHash`. */
export function volumeApplicant(
  index: number,
  { now, passwordHash }: { now: Date; passwordHash: string },
): VolumeApplicant {
  const random = createRandom(`applicant ${index}`);
  const userId = seededUuid(`volume applicant ${index}`);
  const kind = drawWorkKind(random);
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  const email = `${name.toLowerCase().replace(" ", ".")}.${index + 1}@volume.example.com`;
  const dates = { createdAt: now, updatedAt: now };
  const months = random.whole(3, 180);
  return {
    user: {
      id: userId,
      email,
      name,
      kind: "applicant",
      passwordHash,
      emailVerifiedAt: now,
      ...dates,
    },
    applicant: {
      ...drawProfile(random, kind, months),
      userId,
      publicId: seededUuid(`${userId} public`),
      ...dates,
    },
    experience: drawExperience(random, { userId, kind, months, now }),
    credentials: random
      .sample(["CPC", "CCS", "RHIT", "CRC", "COC", "CCS-P", "CPMA"], random.whole(1, 3))
      .map((code, position) => ({
        id: seededUuid(`${userId} ${code}`),
        userId,
        code,
        issuer: /^(CCS|RHIT)/.test(code) ? "AHIMA" : "AAPC",
        status: "self-reported",
        expiresOn: `${now.getUTCFullYear() + random.whole(1, 2)}-06-30`,
        position,
      })),
    work: [
      {
        id: seededUuid(`${userId} work`),
        userId,
        employer: `${random.pick(LAST)} Medical Group`,
        title: `${labelOf(SPECIALTIES, kind.specialty)} coder`,
        setting: random.weigh(kind.settings),
        startedOn: `${now.getUTCFullYear() - 1 - Math.floor(months / 12)}-03-01`,
        endedOn: null,
        summary: "",
        position: 0,
      },
    ],
    education: [drawEducation(random, userId)],
  };
}

function drawProfile(random: Random, kind: WorkKind, months: number): SeedRow<"applicants"> {
  const { city, state, zip } = drawCity(random);
  const label = labelOf(SPECIALTIES, kind.specialty);
  return {
    headline: `${label} coder`,
    about: `${Math.max(1, Math.round(months / 12))} years with ${label.toLowerCase()} charts.`,
    city,
    state,
    zip,
    eligibleStates: [state],
    workModes: random.chance(0.8) ? ["remote"] : ["hybrid", "onsite"],
    employmentTypes: ["full-time"],
    payWishedType: "hourly",
    payWishedMin: random.whole(20, 42),
    experienceLevel: LEVELS[Math.min(LEVELS.length - 1, Math.floor(months / 30))] ?? null,
    available: random.pick(["now", "in 2 weeks", "in 4 weeks"]),
    specialties: [kind.specialty],
    settings: [random.weigh(kind.settings)],
    software: ["epic"],
    visibility: "applied-employers",
  };
}

function drawExperience(
  random: Random,
  { userId, kind, months, now }: { userId: string; kind: WorkKind; months: number; now: Date },
): SeedRow<"applicantExperience">[] {
  return random.sample(kind.families, random.whole(2, 7)).map((familyId, position) => ({
    userId,
    familyId,
    months: Math.max(1, Math.round(months * (0.3 + 0.7 * random.fraction()))),
    lastUsedOn: `${now.getUTCFullYear() - random.whole(0, 2)}-01-01`,
    accuracyPercent: random.whole(930, 995) / 10,
    volume: random.whole(10, 120),
    volumeUnit: "charts-per-day",
    position,
  }));
}

function drawEducation(random: Random, userId: string): SeedRow<"applicantEducation"> {
  const [study, level] = random.pick(STUDIES);
  return {
    id: seededUuid(`${userId} education`),
    userId,
    institution: "State college",
    study,
    level,
    finishedYear: random.whole(1996, 2024),
    position: 0,
  };
}
