import { randomUUID } from "node:crypto";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Match } from "#app/domain/match.ts";
import { matchApplicantOf, matchJobOf } from "#app/domain/match-inputs.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { matchSentence } from "#app/domain/match-sentence.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { PublicJob } from "#app/domain/public-job.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import type { Db } from "#db/client.ts";
import { listAnsweringMembers } from "#db/queries/application-answers.ts";
import { deleteApplicationDraft } from "#db/queries/application-drafts.ts";
import {
  holdJob,
  insertApplication,
  insertApplicationEvent,
} from "#db/queries/application-writes.ts";
import { findApplicationId, findPublicJob } from "#db/queries/job-pages.ts";
import { readProfile, readProfileSnapshot } from "#db/queries/profiles.ts";
import { findResume } from "#db/queries/resumes.ts";
import type { ApplicationInput } from "./application.form.ts";
import { applicationReceivedEmail } from "./application-received.email.ts";
import { requireAnswers, requireConditions } from "./meet-job.ts";
import { newApplicationEmail } from "./new-application.email.ts";

/**
 * Sends an application and answers the path of its page. The same key again answers the same path, however often
 * it is clicked; with other words it is refused. Refuses with `DomainError`: "not-allowed" for an unverified address,
 * "job-not-open" with the reason, "already-applied" with a link, "changed-meanwhile" when the profile or the
 * resume is no longer what was reviewed.
 */
export async function submitApplication(
  deps: Deps,
  { viewer, slug, input }: { viewer: Viewer; slug: string; input: ApplicationInput },
): Promise<string> {
  if (!viewer.emailVerified) {
    throw new DomainError("not-allowed", "Verify your email address first, then send this.");
  }
  const id = randomUUID();
  const location = `/applicant/applications/${id}`;
  return deps.db.transaction().execute(async (trx) => {
    const earlier = await once(trx, {
      key: input.idempotencyKey,
      userId: viewer.userId,
      route: `/jobs/${slug}/apply`,
      body: JSON.stringify([input.resumeId, input.coverNote, Object.entries(input.answers)]),
      location,
    });
    if (earlier) return earlier;

    const job = await holdOpenJob(trx, slug);
    const snapshot = await readReviewedProfile(trx, viewer, input);
    const resume = input.resumeId ? await requireResume(trx, viewer, input.resumeId) : null;
    const applicant = matchApplicantOf(snapshot);
    const answers = requireAnswers(job, input.answers);
    const lacks = requireConditions(job, applicant, deps.clock());
    const match = scoreMatch(matchJobOf(job), applicant, deps.clock());
    const inserted = await insertApplication(trx, {
      id,
      jobId: job.id,
      applicantId: viewer.userId,
      coverNote: input.coverNote,
      snapshot,
      resume,
      match,
      answers,
      lacks,
      replyByDays: job.replyByDays,
    });
    if (!inserted) throw await alreadyApplied(trx, viewer, job);
    await deleteApplicationDraft(trx, { userId: viewer.userId, jobId: job.id });
    await insertApplicationEvent(trx, {
      applicationId: id,
      actorId: viewer.userId,
      kind: "submitted",
      fromStage: null,
      toStage: "submitted",
    });
    await enqueueMails(deps, trx, {
      id,
      job,
      snapshot,
      match,
      replyBy: inserted.replyBy,
      resumeFilename: resume?.filename ?? null,
    });
    return location;
  });
}

async function holdOpenJob(trx: Db, slug: string): Promise<PublicJob> {
  const held = await holdJob(trx, slug);
  const job = held ? await findPublicJob(trx, slug) : null;
  if (!job) throw notFoundError();
  if (!job.open) throw new DomainError("job-not-open", whyNotOpen(job));
  return job;
}

/** The version is read last: if it is still the reviewed one, so is everything read before it. */
async function readReviewedProfile(
  trx: Db,
  viewer: Viewer,
  input: ApplicationInput,
): Promise<ProfileSnapshot> {
  const snapshot = await readProfileSnapshot(trx, viewer.userId);
  const { version } = await readProfile(trx, viewer.userId);
  if (!snapshot) throw notFoundError();
  if (version !== input.profileVersion) {
    throw new DomainError(
      "changed-meanwhile",
      "Your profile has changed since you reviewed it. Look through it again, then send.",
    );
  }
  // Employers never see a member number: it unlocks the coder's record at the issuer. So it is not even copied.
  return { ...snapshot, credentials: snapshot.credentials.map((one) => ({ ...one, number: "" })) };
}

async function requireResume(trx: Db, { userId }: Viewer, resumeId: string) {
  const resume = await findResume(trx, { resumeId, userId });
  if (resume) return resume;
  throw new DomainError(
    "changed-meanwhile",
    "The resume you chose is no longer in your list. Choose another, or send none.",
  );
}

async function alreadyApplied(trx: Db, { userId }: Viewer, job: PublicJob): Promise<DomainError> {
  const id = await findApplicationId(trx, { jobId: job.id, applicantId: userId });
  return new DomainError(
    "already-applied",
    "You have already applied for this job. One application a job is all an employer sees.",
    id ? `/applicant/applications/${id}` : null,
  );
}

interface Sent {
  id: string;
  job: PublicJob;
  snapshot: ProfileSnapshot;
  match: Match;
  replyBy: Date | null;
  resumeFilename: string | null;
}

async function enqueueMails(deps: Deps, trx: Db, sent: Sent): Promise<void> {
  const { job, snapshot, replyBy } = sent;
  const facts = {
    origin: deps.origin,
    applicationId: sent.id,
    jobTitle: job.title,
    employerName: job.employer.name,
    replyBy,
  };
  const to = { name: snapshot.name, address: snapshot.email };
  const confirmation = applicationReceivedEmail({
    ...facts,
    to,
    resumeFilename: sent.resumeFilename,
  });
  await deps.tasks.enqueue(trx, "send-mail", confirmation);
  for (const member of await listAnsweringMembers(trx, job.employer.id)) {
    const mail = newApplicationEmail({
      ...facts,
      to: member,
      applicantName: snapshot.name,
      match: matchSentence(sent.match),
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  }
}
