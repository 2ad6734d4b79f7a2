import {
  APPLICATION_STAGE_LABELS,
  APPLICATION_STAGES,
  type ApplicationStage,
} from "#app/domain/application-stage.ts";
import { VIEW_SOURCE_LABELS, type ViewSource } from "#app/domain/view-source.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  listJobNumbers,
  listViewDays,
  type NumbersOf,
  readFunnel,
  type ViewDay,
} from "#db/queries/job-views.ts";

const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];
const JOBS_LISTED = 50;
const DAY_SECONDS = 86_400;

/** The span an address asks for; 30 days unless it says otherwise. */
export const readSpan = (query: URLSearchParams): Span =>
  SPANS.find((span) => String(span) === query.get("days")) ?? 30;

export interface Bar {
  id: string;
  label: string;
  count: number;
}

/** The figures of one job, or of all of an employer, over the last days. */
export async function readNumbers(
  { db, clock }: Pick<Deps, "db" | "clock">,
  of: NumbersOf,
  span: Span,
) {
  const [seen, funnel] = await Promise.all([listViewDays(db, of, span), readFunnel(db, of, span)]);
  const sum = (key: "views" | "viewers" | "starts") =>
    seen.reduce((total, day) => total + day[key], 0);
  return {
    span,
    totals: {
      views: sum("views"),
      viewers: sum("viewers"),
      starts: sum("starts"),
      applications: funnel.applications,
    },
    days: everyDay(seen, clock(), span),
    sources: sources(seen),
    stages: APPLICATION_STAGES.map((stage) => ({
      id: stage,
      label: stage === "submitted" ? "Applied" : APPLICATION_STAGE_LABELS[stage],
      count: reachedAtLeast(funnel.reached, stage),
    })) satisfies Bar[],
    replies: [
      { id: "day", label: "Within a day", count: funnel.replies.day },
      { id: "week", label: "Within a week", count: funnel.replies.week },
      { id: "later", label: "Later", count: funnel.replies.later },
      { id: "waiting", label: "Still waiting", count: funnel.replies.waiting },
    ] satisfies Bar[],
    medianReply: funnel.medianReplySeconds === null ? null : inWords(funnel.medianReplySeconds),
  };
}

export type Numbers = Awaited<ReturnType<typeof readNumbers>>;

/** The jobs the figures come from, the most looked at first. */
export const readJobNumbers = (
  { db }: Pick<Deps, "db">,
  { employerId, span }: { employerId: string; span: Span },
) => listJobNumbers(db, { employerId, days: span, limit: JOBS_LISTED });

const reachedAtLeast = (reached: Record<string, number>, stage: ApplicationStage): number =>
  reached[stage] ?? 0;

/** Every day of the span, those on which nobody came too. */
function everyDay(seen: readonly ViewDay[], now: Date, span: number) {
  const byDay = new Map<string, { views: number; viewers: number }>();
  for (const { day, views, viewers } of seen) {
    const known = byDay.get(day) ?? { views: 0, viewers: 0 };
    byDay.set(day, { views: known.views + views, viewers: known.viewers + viewers });
  }
  return Array.from({ length: span }, (_, index) => {
    const at = new Date(now.getTime() - (span - 1 - index) * DAY_SECONDS * 1_000);
    const day = at.toISOString().slice(0, 10);
    return { id: day, ...(byDay.get(day) ?? { views: 0, viewers: 0 }) };
  });
}

function sources(seen: readonly ViewDay[]): Bar[] {
  const counts = new Map<ViewSource, number>();
  for (const { source, views } of seen) counts.set(source, (counts.get(source) ?? 0) + views);
  return [...counts]
    .map(([source, count]) => ({ id: source, label: VIEW_SOURCE_LABELS[source], count }))
    .toSorted((one, other) => other.count - one.count);
}

function inWords(seconds: number): string {
  const hours = seconds / 3_600;
  if (hours < 1) return "less than an hour";
  if (hours < 48) return hours < 1.5 ? "1 hour" : `${Math.round(hours)} hours`;
  return `${Math.round(hours / 24)} days`;
}
