import { lastDayOpen } from "#app/domain/closing-day.ts";
import { describeCredentialRule } from "#app/domain/credential-rule.ts";
import { jobPosting } from "#app/domain/job-posting.ts";
import { type KnockOutEffect, knockOutsInForce } from "#app/domain/knock-outs.ts";
import { formatHourlyEquivalent, formatPay, piecesAnHour } from "#app/domain/pay.ts";
import type { PublicJob } from "#app/domain/public-job.ts";
import { replyRecordSentence } from "#app/domain/reply-clock.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import type { ScreeningQuestion } from "#app/domain/screening.ts";
import { type FamilySummary, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { describeStates } from "#app/domain/us-states.ts";
import {
  ACCURACY_METRICS,
  EMPLOYER_KINDS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  labelOf,
  PRODUCTION_UNITS,
  SCHEDULES,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";

export interface RequirementView {
  family: FamilySummary;
  level: "must" | "nice";
  /** "3 years" or "any experience". */
  asked: string;
}

/** A job in words, as its page shows it; the browser gets no vocabulary to look things up in. */
export interface JobPage {
  id: string;
  slug: string;
  title: string;
  open: boolean;
  status: PublicJob["status"];
  removed: boolean;
  /** Why it is not open, as a sentence; null while it is. */
  endedSentence: string | null;
  employer: {
    name: string;
    slug: string;
    kind: string;
    place: string | null;
    website: string | null;
    verified: boolean;
    hasLogo: boolean;
  };
  requirements: RequirementView[];
  credentials: string;
  preferredCredentials: string[];
  acceptsApprentices: boolean;
  mode: string;
  /** "Remote; you may live in 8 states." */
  whereSentence: string;
  eligibleStates: string[];
  pay: string;
  hourlyEquivalent: string | null;
  payNote: string;
  production: string | null;
  accuracy: string | null;
  facts: { term: string; detail: string }[];
  descriptionHtml: string;
  firstPublishedAt: string;
  confirmedAt: string | null;
  repostedAt: string | null;
  /** How the employer answers applications, as a sentence. */
  replies: string;
  expiresAt: string;
  /** The last calendar day to apply, "YYYY-MM-DD". */
  lastDay: string;
  /** What the employer insists on, in words. */
  conditions: { words: string[]; effect: KnockOutEffect };
  questions: ScreeningQuestion[];
  replyByDays: number | null;
  /** The canonical address. */
  url: string;
  /** Its JobPosting markup as JSON: a text goes to the browser at a tenth of the cost of its hundred parts. */
  posting: string | null;
}

// All an employer can write freely: a removed job must not go on saying it.
const WITHOUT_WORDS = { description: "", payNote: "", requirements: [], software: [] };

/** The job as its page shows it. */
export function describeJob(deps: Pick<Deps, "origin">, stored: PublicJob): JobPage {
  const job = isRemoved(stored) ? { ...stored, ...WITHOUT_WORDS } : stored;
  const descriptionHtml = renderMarkdown(job.description);
  const pay = {
    type: job.payType,
    min: job.payMin,
    max: job.payMax,
    guaranteedHourly: job.guaranteedHourly,
    perHour: piecesAnHour(job.payType, { unit: job.productionUnit, target: job.productionTarget }),
  };
  const posting = jobPosting(job, { origin: deps.origin, descriptionHtml });
  return {
    id: job.id,
    slug: job.slug,
    title: job.title,
    open: job.open,
    status: job.status,
    removed: isRemoved(job),
    endedSentence: job.open ? null : endedSentence(job),
    employer: {
      name: job.employer.name,
      slug: job.employer.slug,
      kind: labelOf(EMPLOYER_KINDS, job.employer.kind),
      place: placeName(job.employer.city, job.employer.state),
      website: job.employer.website,
      verified: job.employer.verified,
      hasLogo: job.employer.logoFileId !== null,
    },
    requirements: requirementViews(job),
    credentials: describeCredentialRule(job.credentialRule),
    preferredCredentials: job.preferredCredentials,
    acceptsApprentices: job.acceptsApprentices,
    mode: labelOf(WORK_MODES, job.workMode),
    whereSentence: whereSentence(job),
    eligibleStates: job.eligibleStates,
    pay: formatPay(pay),
    hourlyEquivalent: formatHourlyEquivalent(pay),
    payNote: job.payNote,
    production:
      job.productionTarget !== null && job.productionUnit
        ? `${job.productionTarget} ${lowerFirst(labelOf(PRODUCTION_UNITS, job.productionUnit))}`
        : null,
    accuracy:
      job.accuracyMin !== null && job.accuracyMetric
        ? `${labelOf(ACCURACY_METRICS, job.accuracyMetric).replace(/ %$/, "")} ${job.accuracyMin}% or better`
        : null,
    facts: facts(job),
    descriptionHtml,
    firstPublishedAt: job.firstPublishedAt,
    confirmedAt: job.confirmedAt,
    repostedAt: job.repostedAt,
    replies: replyRecordSentence(job.replyRecord),
    expiresAt: job.expiresAt,
    lastDay: lastDayOpen(new Date(job.expiresAt)),
    conditions: {
      words: knockOutsInForce(job, job.knockOuts).map(({ words }) => words),
      effect: job.knockOuts.effect,
    },
    questions: job.screeningQuestions,
    replyByDays: job.replyByDays,
    url: `${deps.origin}/jobs/${job.slug}`,
    posting: posting && JSON.stringify(posting),
  };
}

function requirementViews(job: PublicJob): RequirementView[] {
  return job.requirements.flatMap(({ familyId, level, minMonths }) => {
    const family = summarizeFamily(familyId);
    return family ? [{ family, level, asked: formatMonths(minMonths) }] : [];
  });
}

function facts(job: PublicJob): JobPage["facts"] {
  const specialties = [
    job.specialty,
    ...job.otherSpecialties.filter((one) => one !== job.specialty),
  ];
  const listed: [string, string | null][] = [
    ["Specialty", specialties.map((slug) => labelOf(SPECIALTIES, slug)).join(", ")],
    ["Setting", job.settings.map((slug) => labelOf(SETTINGS, slug)).join(", ")],
    ["Employment", labelOf(EMPLOYMENT_TYPES, job.employmentType)],
    ["Schedule", job.schedule && labelOf(SCHEDULES, job.schedule)],
    ["Experience", job.experienceLevel && labelOf(EXPERIENCE_LEVELS, job.experienceLevel)],
    ["Coding experience", job.minMonths ? `${formatMonths(job.minMonths)} or more` : null],
    ["Software", job.software.map((slug) => labelOf(SOFTWARE, slug)).join(", ")],
  ];
  return listed.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}

const placeName = (city: string | null, state: string | null): string | null =>
  [city, state].filter(Boolean).join(", ") || null;

/** Where the work is done and where the coder may live, in one sentence. */
function whereSentence(job: PublicJob): string {
  const place = placeName(job.city, job.state);
  switch (job.workMode) {
    case "remote":
      return `Remote; you may live in ${describeStates(job.eligibleStates)}.`;
    case "remote-after-training":
      return `Remote after training on site${place ? ` in ${place}` : ""}; you may live in ${describeStates(job.eligibleStates)}.`;
    case "hybrid":
      return place ? `Partly on site in ${place}.` : "Partly on site.";
    default:
      return place ? `On site in ${place}.` : "On site.";
  }
}

/** Removed by the board: its page says so and shows nothing of what it said. */
const isRemoved = (job: PublicJob): boolean =>
  job.status === "closed" && job.closeReason === "removed";

function endedSentence(job: PublicJob): string {
  if (job.status === "paused")
    return "The employer has paused this job and is not taking applications now.";
  if (isRemoved(job)) return "The board has removed this job, because it did not meet its rules.";
  if (job.status === "closed" && job.closeReason === "filled") return "This job has been filled.";
  if (job.status === "closed") return "The employer has withdrawn this job.";
  return "This job has passed its closing date.";
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
