import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { Db } from "#db/client.ts";
import type { Application, NewApplication } from "#db/schema/applications.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplicant } from "./applicant.ts";
import { makeJob } from "./job.ts";

export const makeSnapshot = (values: Partial<ProfileSnapshot> = {}): ProfileSnapshot => ({
  name: "Alex Applicant",
  email: "alex@example.com",
  headline: "Cardiology coder",
  about: "",
  city: "Tampa",
  state: "FL",
  eligibleStates: ["FL"],
  workModes: ["remote"],
  employmentTypes: ["full-time"],
  payWishedType: null,
  payWishedMin: null,
  experienceLevel: "mid",
  available: "",
  specialties: ["interventional-cardiology"],
  settings: ["professional-fee"],
  software: ["epic"],
  experience: [
    {
      familyId: "cpt-coronary-intervention",
      months: 36,
      lastUsedOn: "2026-10-01",
      accuracyPercent: 96,
      volume: null,
      volumeUnit: null,
    },
  ],
  credentials: [],
  work: [],
  education: [],
  ...values,
});

/** A submitted application; of a new applicant to a new job unless ids are given. */
export async function makeApplication(
  db: Db,
  values: Partial<NewApplication> = {},
): Promise<Application> {
  const jobId = values.jobId ?? (await makeJob(db)).id;
  const applicantId = values.applicantId ?? (await makeApplicant(db)).user.id;
  return db
    .insertInto("applications")
    .values({
      coverNote: "I have coded cath lab notes for three years.",
      snapshot: toJson(makeSnapshot()),
      matchScore: 80,
      matchReasons: toJson([]),
      ...values,
      jobId,
      applicantId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
