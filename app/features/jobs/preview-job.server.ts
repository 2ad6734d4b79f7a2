import type { PublicJob } from "#app/domain/public-job.ts";
import type { EmployerJob } from "#db/queries/employer-job.ts";
import type { findEmployer } from "#db/queries/employers.ts";
import { findPlace } from "./find-place.server.ts";
import type { JobInput } from "./job.form.ts";
import { jobColumns } from "./job-columns.ts";

type Employer = NonNullable<Awaited<ReturnType<typeof findEmployer>>>;

/** A job as people would read it if it were published at `now` as it was last typed. */
export function previewJob(
  job: EmployerJob,
  input: JobInput,
  employer: Employer,
  now: Date,
): PublicJob {
  const {
    credentialRule: _rule,
    screeningQuestions: _questions,
    knockOuts: _knockOuts,
    ...columns
  } = jobColumns(input, findPlace);
  const { verifiedAt, about: _about, version: _version, ...known } = employer;
  return {
    ...columns,
    specialty: input.specialty,
    employmentType: input.employmentType,
    workMode: input.workMode,
    payType: input.payType,
    payMin: input.payMin,
    payMax: input.payMax,
    id: job.id,
    slug: job.slug,
    status: job.status,
    open: true,
    requirements: input.requirements,
    credentialRule: input.credentialRule,
    screeningQuestions: input.questions,
    knockOuts: { rules: input.knockOuts, effect: input.knockOutEffect },
    firstPublishedAt: (job.firstPublishedAt ?? now).toISOString(),
    confirmedAt: null,
    repostedAt: null,
    replyRecord: null,
    // Shown as a day: midday keeps it that day in every zone of the country.
    expiresAt: `${input.closesOn}T17:00:00.000Z`,
    closedAt: null,
    closeReason: null,
    updatedAt: now.toISOString(),
    employer: { ...known, verified: verifiedAt !== null },
  };
}
