import type { CredentialRule } from "./credential-rule.ts";
import type { JobStatus } from "./job-lifecycle.ts";
import type { KnockOuts } from "./knock-outs.ts";
import type { PayType } from "./pay.ts";
import type { ReplyRecord } from "./reply-clock.ts";
import type { Requirement } from "./requirement.ts";
import type { ScreeningQuestion } from "./screening.ts";

/** A job as anyone may read it once it has been published: everything stated, nothing about its applicants. */
export interface PublicJob {
  id: string;
  slug: string;
  status: JobStatus;
  /** Published and not past its end by the database's clock. */
  open: boolean;
  title: string;
  role: string | null;
  specialty: string;
  otherSpecialties: string[];
  settings: string[];
  requirements: Requirement[];
  credentialRule: CredentialRule;
  preferredCredentials: string[];
  acceptsApprentices: boolean;
  experienceLevel: string | null;
  minMonths: number | null;
  employmentType: string;
  schedule: string | null;
  workMode: string;
  city: string | null;
  state: string | null;
  zip: string | null;
  stateRule: string | null;
  eligibleStates: string[];
  payType: PayType;
  payMin: number;
  payMax: number;
  payNote: string;
  guaranteedHourly: number | null;
  software: string[];
  productionUnit: string | null;
  productionTarget: number | null;
  accuracyMetric: string | null;
  accuracyMin: number | null;
  /** Markdown. */
  description: string;
  /** ISO 8601 instants. */
  firstPublishedAt: string;
  confirmedAt: string | null;
  /** When it was last posted again; null on a first run. */
  repostedAt: string | null;
  expiresAt: string;
  closedAt: string | null;
  closeReason: string | null;
  updatedAt: string;
  replyByDays: number | null;
  screeningQuestions: ScreeningQuestion[];
  knockOuts: KnockOuts;
  /** How the employer answers applications; null before anything was counted. */
  replyRecord: ReplyRecord | null;
  employer: {
    id: string;
    name: string;
    slug: string;
    kind: string;
    website: string | null;
    city: string | null;
    state: string | null;
    verified: boolean;
    logoFileId: string | null;
  };
}
