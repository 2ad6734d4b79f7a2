import type { MatchApplicant, MatchJob } from "./match.ts";
import type { ProfileSnapshot } from "./profile-snapshot.ts";
import type { PublicJob } from "./public-job.ts";

type JobFacts = Pick<
  PublicJob,
  | "requirements"
  | "credentialRule"
  | "preferredCredentials"
  | "settings"
  | "specialty"
  | "otherSpecialties"
  | "workMode"
  | "eligibleStates"
  | "experienceLevel"
  | "acceptsApprentices"
>;

/** What the score may know of a job, and nothing more. */
export const matchJobOf = (job: JobFacts): MatchJob => ({
  requirements: job.requirements,
  credentialRule: job.credentialRule,
  preferredCredentials: job.preferredCredentials,
  settings: job.settings,
  specialties: [...new Set([job.specialty, ...job.otherSpecialties])],
  workMode: job.workMode,
  eligibleStates: job.eligibleStates,
  experienceLevel: job.experienceLevel,
  acceptsApprentices: job.acceptsApprentices,
});

/** What the score may know of a person: never name, e-mail, age, or address beyond the state. */
export const matchApplicantOf = (
  profile: Omit<ProfileSnapshot, "name" | "email">,
): MatchApplicant => ({
  experience: profile.experience,
  credentials: profile.credentials.map(({ code, status, expiresOn }) => ({
    code,
    status,
    expiresOn,
  })),
  settings: [
    ...new Set([
      ...profile.settings,
      ...profile.work.map(({ setting }) => setting).filter((setting) => setting !== null),
    ]),
  ],
  specialties: profile.specialties,
  state: profile.state,
  eligibleStates: profile.eligibleStates,
  experienceLevel: profile.experienceLevel,
});
