import { randomUUID } from "node:crypto";
import {
  APPLICATION_STAGE_LABELS,
  APPLICATION_STAGES,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import { lastDayOpen } from "#app/domain/closing-day.ts";
import { describeCredentialRule } from "#app/domain/credential-rule.ts";
import { employerJobActions } from "#app/domain/job-lifecycle.ts";
import { formatPay } from "#app/domain/pay.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import { pausesAt } from "#app/domain/still-hiring.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { describeStates } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  labelOf,
  SETTINGS,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countApplicationsByStage, listJobEvents } from "#db/queries/employer-desk.ts";
import type { EmployerJob } from "#db/queries/employer-job.ts";
import { listJobClocks } from "#db/queries/reply-clock.ts";
import { findOpenAsk } from "#db/queries/still-hiring.ts";
import { countdownWords } from "./countdown-words.ts";
import { readStoredForm } from "./read-stored-form.server.ts";
import { findUnanswered } from "./repost.server.ts";

/** An employer's own job as its overview shows it. */
export async function readOverview({ db, clock }: Pick<Deps, "db" | "clock">, job: EmployerJob) {
  const [stages, events, clocks, askedAt, unanswered] = await Promise.all([
    countApplicationsByStage(db, job.id),
    listJobEvents(db, job.id),
    listJobClocks(db, [job.id]),
    findOpenAsk(db, job.id),
    findUnanswered(db, job),
  ]);
  const running = clocks.get(job.id);
  const isPublic = job.status === "published" || job.status === "paused";
  const pending = isPublic && job.formDraft !== null;
  return {
    id: job.id,
    slug: job.slug,
    title: job.title,
    status: job.status,
    version: job.version,
    neverPublic: job.firstPublishedAt === null,
    publishedAt: job.firstPublishedAt?.toISOString() ?? null,
    confirmedAt: job.confirmedAt?.toISOString() ?? null,
    closedAt: job.closedAt?.toISOString() ?? null,
    closeReason: job.closeReason,
    repostedAt: job.repostedAt?.toISOString() ?? null,
    publishAt: job.publishAt?.toISOString() ?? null,
    unconfirmed: job.status === "paused" && job.pauseReason === "unconfirmed",
    /** The day it is paused unless somebody confirms it; null while nobody is asked. */
    pausesOn: askedAt ? pausesAt(askedAt).toISOString() : null,
    unanswered,
    /** What is to be answered by when; "" when nothing is. */
    countdown: running
      ? countdownWords(
          {
            // Said in full by the notice of what stands unanswered.
            overdue: unanswered?.jobId === job.id ? 0 : running.overdue,
            soon: running.waiting,
            nextReplyBy: running.nextReplyBy,
            soonBy: null,
          },
          clock(),
        )
      : "",
    lastDay: job.expiresAt ? lastDayOpen(job.expiresAt) : job.closesOn,
    ended: job.expiresAt !== null && job.expiresAt <= clock(),
    actions: employerJobActions(job.status),
    pending,
    todo: job.status === "draft" || pending ? readStoredForm(job, clock()).todo : [],
    facts: facts(job),
    families: job.requirements.flatMap(({ familyId, level, minMonths }) => {
      const family = summarizeFamily(familyId);
      return family ? [{ family, level, asked: formatMonths(minMonths) }] : [];
    }),
    stages: APPLICATION_STAGES.map((stage) => ({
      stage,
      label: APPLICATION_STAGE_LABELS[stage],
      count: stages[stage] ?? 0,
      open: isOpenStage(stage),
    })),
    events: events.map(({ createdAt, ...event }) => ({
      ...event,
      actorName: BY_THE_BOARD.has(event.kind) ? null : event.actorName,
      at: createdAt.toISOString(),
    })),
    boardReason: boardReason(job, events),
    idempotencyKey: randomUUID(),
  };
}

// Who of the board decided is nothing an employer is told.
const BY_THE_BOARD = new Set(["approve", "reject", "remove"]);

/** What the board asks for, or says of a removal, while the job stands there. */
function boardReason(job: EmployerJob, events: readonly { kind: string; note: string }[]) {
  const kind =
    job.status === "rejected" ? "reject" : job.closeReason === "removed" ? "remove" : null;
  return (kind && events.find((event) => event.kind === kind)?.note) || null;
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;

function facts(job: EmployerJob) {
  const place = [job.city, job.state].filter(Boolean).join(", ");
  const pay =
    job.payType && job.payMin !== null && job.payMax !== null
      ? formatPay({ type: job.payType, min: job.payMin, max: job.payMax })
      : "";
  return [
    { term: "Specialty", detail: job.specialty ? labelOf(SPECIALTIES, job.specialty) : "" },
    { term: "Settings", detail: job.settings.map((slug) => labelOf(SETTINGS, slug)).join(", ") },
    { term: "Credentials", detail: describeCredentialRule(job.credentialRule) },
    {
      term: "Employment",
      detail: job.employmentType ? labelOf(EMPLOYMENT_TYPES, job.employmentType) : "",
    },
    {
      term: "Place",
      detail: [job.workMode ? labelOf(WORK_MODES, job.workMode) : "", place]
        .filter(Boolean)
        .join(", "),
    },
    {
      term: "May live in",
      detail: job.eligibleStates.length > 0 ? describeStates(job.eligibleStates) : "",
    },
    { term: "Pay", detail: pay },
  ];
}
