import type { ProposedExperience } from "../profile-proposals/proposal.ts";
import { ancestorsOf, findFamily } from "../taxonomy/code-families.ts";
import { familiesOfCodesIn } from "./families-of-codes.ts";
import { familiesNamedIn } from "./family-phrases.ts";
import type { FoundWork } from "./find-work.ts";
import type { ResumeLine } from "./resume-lines.ts";
import { monthOf } from "./stated-dates.ts";

export interface FoundFamily {
  value: ProposedExperience;
  line: number;
  /** The jobs the months were counted from, by their place in the list. */
  jobs: number[];
}

interface Mention {
  familyId: string;
  line: number;
  job: number | null;
  months: number | null;
  accuracyPercent: number | null;
}

const WISHED =
  /\b(?:seeking|interested in|eager to|looking (?:for|to)|hope to|would like|goal|aspir\w+|want to|learn(?:ing)?|no experience|coursework|familiar with|exposure to|basic knowledge|objective|required|preferred)\b/i;

/**
 * The families a résumé speaks of, by codes, ranges and words. Months are those of the dated jobs that name the
 * family, overlaps counted once; failing that, years stated on the line itself; failing that, null.
 */
export function findFamilies(
  lines: readonly ResumeLine[],
  work: readonly FoundWork[],
  today: string,
): FoundFamily[] {
  const mentions = lines.flatMap((line, index) => mentionsIn(line, index, jobAt(work, index)));
  const byFamily = Map.groupBy(mentions, ({ familyId }) => familyId);
  const all = [...byFamily].map(([familyId, own]) => familyFound(familyId, own, work, today));
  return all
    .filter(({ value }) => !isOnlyLeadingIn(value.familyId, mentions))
    .toSorted((a, b) => a.line - b.line);
}

/**
 * "E/M 99202-99215" names a section only to lead in to a family of it, which says more. A whole system is dropped
 * for any of its parts.
 */
function isOnlyLeadingIn(familyId: string, mentions: readonly Mention[]): boolean {
  const finer = mentions.filter(({ familyId: id }) =>
    ancestorsOf(id).some((ancestor) => ancestor.id === familyId),
  );
  if (findFamily(familyId)?.level === "system") return finer.length > 0;
  const own = mentions.filter((mention) => mention.familyId === familyId);
  return own.every(({ line }) => finer.some((mention) => mention.line === line));
}

const jobAt = (work: readonly FoundWork[], line: number): number | null => {
  const at = work.findIndex(({ first, end }) => line >= first && line < end);
  return at === -1 ? null : at;
};

function mentionsIn(line: ResumeLine, index: number, job: number | null): Mention[] {
  const { text, section, isHeading } = line;
  if (isHeading || section === "education" || section === "other") return [];
  return clausesOf(text).flatMap((clause) => {
    if (WISHED.test(clause)) return [];
    const codes = familiesOfCodesIn(clause, { isContact: section === "top" && index < 8 });
    const named = section === "credentials" ? [] : familiesNamedIn(clause).filter(isAsked(clause));
    const ids = [...new Set([...codes, ...named.map((id) => riskModel(id))])];
    const accuracyPercent = accuracyIn(clause);
    return ids.map((familyId) => ({
      familyId,
      line: index,
      job,
      months: yearsIn(clause),
      accuracyPercent,
    }));
  });
}

/** "HCC 85" names its category already; the bare word would add the whole system. */
const isAsked = (clause: string) => (id: string) =>
  !(id === "cms-hcc" && /\bHCCs?\s*#?\d/i.test(clause));

// The model in use since 2024; who says only "HCC" means what is coded now.
const riskModel = (id: string): string => (id === "cms-hcc" ? "hcc-v28" : id);

/** A line that gives years for each of several things is read thing by thing. */
function clausesOf(text: string): string[] {
  const coarse = text.split(/\s*(?:;|\t|\s[|•·]\s|\.\s(?=\p{Lu}))\s*/u);
  const perItem = (text.match(/\d\+?\s*(?:years?|yrs?)\b/gi)?.length ?? 0) > 1;
  return (perItem ? coarse.flatMap((part) => part.split(/,\s+/)) : coarse).filter(Boolean);
}

function yearsIn(clause: string): number | null {
  const years = /(?<![\d$.])(\d{1,2}(?:\.5)?)\+?\s*(?:years?|yrs?)\b/i.exec(clause)?.[1];
  const months = /(?<![\d$.])(\d{1,3})\+?\s*(?:months?|mos?)\b/i.exec(clause)?.[1];
  const total = Math.round(Number(years ?? 0) * 12) + Number(months ?? 0);
  return total > 0 && total <= 720 ? total : null;
}

function accuracyIn(clause: string): number | null {
  const near =
    /(\d{2}(?:\.\d{1,2})?)\s?%[^%]{0,40}\b(?:accura\w+|quality|QA|audit)|\b(?:accura\w+|quality|QA|audit)[^%]{0,40}?(\d{2}(?:\.\d{1,2})?)\s?%/i.exec(
      clause,
    );
  const percent = Number(near?.[1] ?? near?.[2] ?? 0);
  return percent >= 50 && percent <= 100 ? percent : null;
}

function familyFound(
  familyId: string,
  mentions: readonly Mention[],
  work: readonly FoundWork[],
  today: string,
): FoundFamily {
  const jobs = [...new Set(mentions.flatMap(({ job }) => (job === null ? [] : [job])))];
  const spans = jobs.flatMap((at) => spanOf(work[at], today) ?? []);
  const inJob = mentions.find(({ job }) => job !== null);
  const stated = mentions.find(({ months }) => months !== null);
  const source = inJob ?? stated ?? mentions[0];
  const months = spans.length > 0 ? unionMonths(spans) : (stated?.months ?? null);
  const last = spans.map(({ until }) => until).toSorted((a, b) => b - a)[0];
  return {
    value: {
      familyId: familyOfTheirTime(familyId, last),
      months: months === null ? null : Math.min(720, Math.max(1, months)),
      lastUsedOn: last === undefined ? null : dayOf(last),
      accuracyPercent:
        mentions.find((one) => one.accuracyPercent !== null)?.accuracyPercent ?? null,
    },
    line: source?.line ?? 0,
    jobs,
  };
}

/** Risk adjustment that ended before V28 came in was coded in V24. */
function familyOfTheirTime(familyId: string, last: number | undefined): string {
  const before2024 = last !== undefined && last < monthIndex("2024-01-01");
  return familyId === "hcc-v28" && before2024 && findFamily("hcc-v24") ? "hcc-v24" : familyId;
}

interface Span {
  /** Months since year 0; `until` is the last month worked. */
  from: number;
  until: number;
}

function spanOf(work: FoundWork | undefined, today: string): Span | null {
  if (!work) return null;
  const { start, end } = work.period;
  const from = monthIndex(start.date);
  // "2016–2019" promises no more than three years.
  const until = end
    ? monthIndex(monthOf(end)) - (end.precision === "year" ? 1 : 0)
    : monthIndex(today);
  const now = monthIndex(today);
  return from > now ? null : { from, until: Math.max(from, Math.min(until, now)) };
}

function unionMonths(spans: readonly Span[]): number {
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    if (until <= reached) continue;
    total += until - Math.max(from, reached + 1) + 1;
    reached = until;
  }
  return total;
}

const monthIndex = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const dayOf = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
