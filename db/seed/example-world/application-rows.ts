import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Match } from "#app/domain/match.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { eligibleStates } from "#app/domain/us-states.ts";
import type { SeedRow } from "../insert-rows.ts";
import { seededUuid } from "../seeded-ids.ts";
import { jobId } from "./job-rows.ts";
import { profileSnapshot, profileUserId } from "./profile-rows.ts";
import { daysBefore, type ExampleJob, type ExampleProfile } from "./world-data.ts";

interface Step {
  stage: ApplicationStage;
  message: string;
}

/** One application of the example world: who, where, how long ago, and how it went. */
export interface ExampleApplication {
  job: string;
  profile: string;
  days: number;
  coverNote: string;
  /** What happened after it was submitted, in order. */
  steps: readonly Step[];
}

const REVIEW = {
  stage: "in-review",
  message: "Thank you for applying. Our lead coder is reading your profile this week.",
} as const;
const TEST = {
  stage: "assessment",
  message: "We would like you to code five redacted op notes: 90 minutes, open book.",
} as const;

export const EXAMPLE_APPLICATIONS: readonly ExampleApplication[] = [
  {
    job: "job-001",
    profile: "profile-001",
    days: 6,
    coverNote:
      "Structural heart has been half of my queue since 2021, and I moved my group to the 2026 leg set.",
    steps: [
      REVIEW,
      TEST,
      { stage: "interview", message: "Your test came back at 98%. Are you free on Thursday?" },
    ],
  },
  {
    job: "job-001",
    profile: "profile-016",
    days: 4,
    coverNote: "I coded interventional radiology for years and want to move into the cath lab.",
    steps: [REVIEW],
  },
  { job: "job-001", profile: "profile-002", days: 2, coverNote: "", steps: [] },
  {
    job: "job-001",
    profile: "profile-006",
    days: 9,
    coverNote: "I am new to coding and learn fast.",
    steps: [
      {
        stage: "rejected",
        message: "Other applicants had more experience in the families this job needs",
      },
    ],
  },
  {
    job: "job-002",
    profile: "profile-002",
    days: 5,
    coverNote: "EP lab and device clinic are what I do every day.",
    steps: [REVIEW, TEST],
  },
  { job: "job-003", profile: "profile-001", days: 1, coverNote: "", steps: [] },
  {
    job: "job-004",
    profile: "profile-004",
    days: 7,
    coverNote: "",
    steps: [
      REVIEW,
      { stage: "interview", message: "Could you meet our coding manager next week?" },
      { stage: "offer", message: "We would like you to join us. The offer is in your mailbox." },
    ],
  },
];

export interface ApplicationRows {
  application: SeedRow<"applications">;
  events: SeedRow<"applicationEvents">[];
}

/** The rows of one example application, its score worked out as the board does. */
export function applicationRows(
  source: ExampleApplication,
  given: { job: ExampleJob; profile: ExampleProfile; ownerId: string; now: Date },
): ApplicationRows {
  const { job, profile, ownerId, now } = given;
  const id = seededUuid(`application ${source.job} ${source.profile}`);
  const submittedAt = daysBefore(now, source.days);
  const at = (step: number) => daysBefore(submittedAt, -(step * source.days) / 8);
  const applicantId = profileUserId(profile.id);
  const { score, reasons } = matchOf(job, profile, submittedAt);
  const stages: ApplicationStage[] = ["submitted", ...source.steps.map(({ stage }) => stage)];
  const stage = stages[stages.length - 1] ?? "submitted";
  const event = (step: number): SeedRow<"applicationEvents"> => ({
    id: seededUuid(`${id} ${step}`),
    applicationId: id,
    actorId: step === 0 ? applicantId : ownerId,
    kind: step === 0 ? "submitted" : stages[step] === "rejected" ? "rejected" : "moved",
    fromStage: stages[step - 1] ?? null,
    toStage: stages[step] ?? null,
    message: source.steps[step - 1]?.message ?? "",
    shownToApplicant: true,
    createdAt: at(step),
  });
  return {
    application: {
      id,
      jobId: jobId(job.id),
      applicantId,
      stage,
      version: stages.length,
      coverNote: source.coverNote,
      snapshot: profileSnapshot(profile, submittedAt),
      matchScore: score,
      matchReasons: reasons,
      rejectReason: stage === "rejected" ? "experience" : null,
      submittedAt,
      stageChangedAt: at(stages.length - 1),
      replyBy: daysBefore(submittedAt, -10),
      firstReplyAt: stages.length > 1 ? at(1) : null,
    },
    events: stages.map((_, step) => event(step)),
  };
}

function matchOf(job: ExampleJob, profile: ExampleProfile, now: Date): Match {
  const minMonths = job.min_years * 12;
  const { mode, states } = job.remote_states;
  return scoreMatch(
    {
      requirements: [
        ...job.required_families.map((familyId) => ({
          familyId,
          level: "must" as const,
          minMonths,
        })),
        ...job.preferred_families.map((familyId) => ({
          familyId,
          level: "nice" as const,
          minMonths: 0,
        })),
      ],
      credentialRule: job.required_credentials_any.map((code) => [code]),
      preferredCredentials: job.preferred_credentials,
      settings: [job.setting],
      specialties: job.specialties,
      workMode: job.work_mode,
      eligibleStates: eligibleStates(mode, states, job.employer.state),
      experienceLevel: job.experience_level,
      acceptsApprentices: job.apprentice_welcome,
    },
    profileSnapshot(profile, now),
    now,
  );
}
