import { hourlyRange, piecesAnHour } from "#app/domain/pay.ts";
import { eligibleStates } from "#app/domain/us-states.ts";
import { closingInstant } from "../closing-instant.ts";
import type { SeedRow } from "../insert-rows.ts";
import { findCity } from "../places.ts";
import { seededJobSlug, seededUuid } from "../seeded-ids.ts";
import { dayOf, daysBefore, EXAMPLE_JOBS, type ExampleJob } from "./world-data.ts";

export interface JobRows {
  job: SeedRow<"jobs"> & { id: string; publishedAt: Date };
  requirements: SeedRow<"jobRequirements">[];
  event: SeedRow<"jobEvents">;
}

export const jobId = (key: string): string => seededUuid(`example ${key}`);

/** The rows of the example job at `index`, published in the last three and a half weeks. */
export function jobRows(
  source: ExampleJob,
  { employerId, ownerId, now }: { employerId: string; ownerId: string; now: Date },
): JobRows {
  const id = jobId(source.id);
  const index = EXAMPLE_JOBS.indexOf(source);
  const publishedAt = daysBefore(now, 23.5 - ((index * 5) % 24) + (index % 7) / 10);
  return {
    job: {
      id,
      slug: seededJobSlug(source.title, source.id),
      employerId,
      createdBy: ownerId,
      status: "published",
      ...placeColumns(source),
      ...payColumns(source),
      ...askColumns(source),
      title: source.title,
      role: source.role,
      specialty: source.specialty,
      otherSpecialties: source.specialties.filter((slug) => slug !== source.specialty),
      settings: [source.setting],
      employmentType: source.employment_type,
      schedule: source.schedule,
      description: describe(source),
      replyByDays: 5 + (index % 4) * 3,
      ...closingColumns(daysBefore(now, -(21 + ((index * 11) % 45)))),
      firstPublishedAt: publishedAt,
      publishedAt,
      confirmedAt: publishedAt,
      createdAt: daysBefore(publishedAt, 0.1),
      updatedAt: publishedAt,
    },
    requirements: [...source.required_families, ...source.preferred_families].map(
      (familyId, position) => {
        const must = position < source.required_families.length;
        const minMonths = must ? source.min_years * 12 : 0;
        return { jobId: id, familyId, level: must ? "must" : "nice", minMonths, position };
      },
    ),
    event: {
      id: seededUuid(`event ${source.id}`),
      jobId: id,
      actorId: ownerId,
      kind: "publish",
      fromStatus: "draft",
      toStatus: "published",
      createdAt: publishedAt,
    },
  };
}

function placeColumns({ work_mode, remote_states, employer }: ExampleJob): SeedRow<"jobs"> {
  const { city, state, zip, latitude, longitude } = findCity(employer.city, employer.state);
  return {
    workMode: work_mode,
    city,
    state,
    zip,
    latitude,
    longitude,
    stateRule: remote_states.mode,
    listedStates: remote_states.states,
    eligibleStates: eligibleStates(remote_states.mode, remote_states.states, state),
  };
}

function payColumns({ pay, productivity: [production] }: ExampleJob): SeedRow<"jobs"> {
  const { type, min, max, note } = pay;
  const perHour = piecesAnHour(type, {
    unit: production?.unit ?? null,
    target: production?.target ?? null,
  });
  const hourly = hourlyRange({ type, min, max, guaranteedHourly: null, perHour });
  return {
    payType: type,
    payMin: min,
    payMax: max,
    payNote: note,
    hourlyMin: hourly?.min ?? null,
    hourlyMax: hourly?.max ?? null,
  };
}

function askColumns(source: ExampleJob): SeedRow<"jobs"> {
  const [production] = source.productivity;
  const [quality] = source.quality;
  return {
    experienceLevel: source.experience_level,
    minMonths: source.min_years * 12,
    acceptsApprentices: source.apprentice_welcome,
    credentialRule: source.required_credentials_any.map((code) => [code]),
    preferredCredentials: source.preferred_credentials,
    software: source.software,
    productionUnit: production?.unit ?? null,
    productionTarget: production?.target ?? null,
    accuracyMetric: quality?.metric ?? null,
    accuracyMin: quality?.minimum ?? null,
  };
}

function closingColumns(closing: Date): SeedRow<"jobs"> {
  const closesOn = dayOf(closing);
  return { closesOn, expiresAt: closingInstant(closesOn) };
}

function describe({ description, screening_questions }: ExampleJob): string {
  const questions = screening_questions.map(({ question }) => `- ${question}`);
  if (questions.length === 0) return description;
  return `${description}\n\n### Questions we will ask\n${questions.join("\n")}`;
}
