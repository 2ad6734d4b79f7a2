import type { WorkEntry } from "../profile-snapshot.ts";
import type { ResumeLine } from "./resume-lines.ts";
import { monthOf, periodsIn, type StatedPeriod } from "./stated-dates.ts";
import { looksLikeEmployer, looksLikeTitle, partsOf } from "./work-words.ts";

export interface FoundWork {
  value: WorkEntry;
  period: StatedPeriod;
  /** The line with the dates. */
  line: number;
  /** Lines from `first` up to, not including, `end` tell of this job. */
  first: number;
  end: number;
}

const MAX_SUMMARY = 1_500;

/**
 * The dated jobs of a résumé, newest first as written. A job is found by the line that states its period; its title
 * and employer stand on that line or beside it.
 */
export function findWork(lines: readonly ResumeLine[]): FoundWork[] {
  const hasSection = lines.some(({ section, isHeading }) => section === "experience" && isHeading);
  const isWork = ({ section }: ResumeLine) =>
    hasSection ? section === "experience" : section !== "education" && section !== "credentials";
  const anchors = lines.flatMap((line, index) => {
    if (!isWork(line) || line.isHeading) return [];
    const [period] = periodsIn(line.text);
    if (!period || isProse(line, period)) return [];
    return [{ index, period }];
  });

  const found: FoundWork[] = [];
  for (const [position, { index, period }] of anchors.entries()) {
    const floor = found.at(-1)?.line ?? -1;
    const ceiling = anchors[position + 1]?.index ?? lines.length;
    const head = headOf(lines, { index, period, floor, ceiling });
    if (!head) continue;
    const last = found.at(-1);
    if (last) last.end = Math.min(last.end, head.first);
    const sectionEnd = lines.findIndex(
      (line, at) => at > index && (!isWork(line) || line.isHeading),
    );
    found.push({
      value: {
        employer: head.employer.slice(0, 160),
        title: head.title.slice(0, 120),
        setting: null,
        startedOn: monthOf(period.start),
        endedOn: period.end ? monthOf(period.end) : null,
        summary: "",
      },
      period,
      line: index,
      first: head.first,
      end: Math.min(ceiling, sectionEnd === -1 ? lines.length : sectionEnd),
    });
    const own = found.at(-1);
    if (own) own.value.summary = summaryOf(lines, head.last + 1, own);
  }
  for (const one of found) one.value.summary = summaryOf(lines, one.line + 1, one);
  return found;
}

/** A sentence that happens to state a period is no heading of a job. */
const isProse = ({ text, isBullet }: ResumeLine, { length }: StatedPeriod): boolean =>
  (isBullet && text.length - length > 70) || text.length > 160;

interface Head {
  title: string;
  employer: string;
  first: number;
  last: number;
}

function headOf(
  lines: readonly ResumeLine[],
  {
    index,
    period,
    floor,
    ceiling,
  }: { index: number; period: StatedPeriod; floor: number; ceiling: number },
): Head | null {
  const own = lines[index]?.text ?? "";
  const rest = `${own.slice(0, period.at)}\t${own.slice(period.at + period.length)}`;
  const parts = partsOf(rest);
  const head = { title: "", employer: "", first: index, last: index };
  const put = (part: string): boolean => {
    const asTitle = looksLikeTitle(part);
    const asEmployer = looksLikeEmployer(part);
    const isTitle = asTitle > asEmployer || (asTitle === asEmployer && asTitle > 0);
    if (isTitle && !head.title) head.title = part;
    else if (!isTitle && asEmployer > 0 && !head.employer) head.employer = part;
    else return false;
    return true;
  };
  const unplaced = parts.filter((part) => !put(part));
  const near = [index - 1, index + 1, index - 2, index + 2].filter(
    (at) => at > floor && at < ceiling && isHeadLine(lines[at]),
  );
  for (const at of near) {
    if (head.title && head.employer) break;
    // Two lines away only across a line that is part of the heading too.
    if (Math.abs(at - index) === 2 && !near.includes((at + index) / 2)) continue;
    const pieces = partsOf(lines[at]?.text ?? "");
    const used = pieces.filter((piece) => put(piece));
    if (used.length === 0 && pieces[0]) unplaced.push(pieces[0]);
    if (used.length === 0 && Math.abs(at - index) === 2) continue;
    head.first = Math.min(head.first, at);
    head.last = Math.max(head.last, at);
  }
  // A name without any telling word ("Seagrape") is the employer beside a title.
  const spare = unplaced.find((part) => /\p{L}{3}/u.test(part) && part.length < 80);
  if (!head.employer && head.title && spare) head.employer = spare;
  if (!head.title && head.employer && spare) head.title = spare;
  return head.title && head.employer ? head : null;
}

const isHeadLine = (line: ResumeLine | undefined): boolean =>
  line !== undefined &&
  !line.isBullet &&
  !line.isHeading &&
  line.text.length <= 110 &&
  !/[.;]$/.test(line.text.replace(/\b(?:inc|llc|corp|co|ltd)\.$/i, "")) &&
  periodsIn(line.text).length === 0;

function summaryOf(
  lines: readonly ResumeLine[],
  from: number,
  { end, value: { title, employer } }: FoundWork,
): string {
  return lines
    .slice(from, end)
    .filter(({ text }) => !isRepeated(text, title) && !isRepeated(text, employer))
    .map(({ text, isBullet }) => `${isBullet ? "- " : ""}${text.replaceAll("\t", "  ")}`)
    .join("\n")
    .slice(0, MAX_SUMMARY)
    .trim();
}

const isRepeated = (text: string, part: string): boolean =>
  part !== "" && text.length < 130 && text.includes(part);
