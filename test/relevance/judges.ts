import { lineage } from "#app/domain/taxonomy/code-families.ts";
import type { StatedJob } from "./jobs.ts";

/** How well a posting answers: 3 = exactly what was asked, 2 = most of it, 1 = near, 0 = not. */
export type Judge = (job: StatedJob) => 0 | 1 | 2 | 3;

/** All of them: a posting is as good as its worst answer. */
export const all =
  (...judges: readonly Judge[]): Judge =>
  (job) =>
    Math.min(...judges.map((judge) => judge(job))) as 0 | 1 | 2 | 3;

/** Any of them: as good as its best answer. */
export const any =
  (...judges: readonly Judge[]): Judge =>
  (job) =>
    Math.max(...judges.map((judge) => judge(job))) as 0 | 1 | 2 | 3;

/** At most this good, however well it fits. */
export const atMost =
  (grade: 1 | 2, judge: Judge): Judge =>
  (job) =>
    Math.min(grade, judge(job)) as 0 | 1 | 2 | 3;

const when =
  (holds: (job: StatedJob) => boolean): Judge =>
  (job) =>
    holds(job) ? 3 : 0;

export const specialty =
  (...slugs: readonly string[]): Judge =>
  (job) => {
    if (slugs.includes(job.specialty)) return 3;
    return job.otherSpecialties.some((slug) => slugs.includes(slug)) ? 2 : 0;
  };

/** Requires this family itself, or (less to the point) a whole section or system it belongs to. */
export const family =
  (id: string): Judge =>
  ({ must }) => {
    if (must.includes(id)) return 3;
    const above = lineage(id);
    return must.some((one) => above.includes(one)) ? 2 : 0;
  };

/** Requires this section, or anything of it. */
export const section =
  (id: string): Judge =>
  ({ must }) => {
    if (must.some((one) => lineage(one).includes(id))) return 3;
    const above = lineage(id);
    return must.some((one) => above.includes(one)) ? 2 : 0;
  };

export const credential =
  (...codes: readonly string[]): Judge =>
  ({ rule, preferred }) => {
    if (rule.some((group) => codes.every((code) => group.includes(code)))) return 3;
    if (codes.every((code) => rule.flat().includes(code))) return 3;
    return codes.every((code) => [...rule.flat(), ...preferred].includes(code)) ? 2 : 0;
  };

/** Open to somebody whose credential still carries the -A. */
export const apprentice: Judge = ({ acceptsApprentices, rule }) => {
  if (!acceptsApprentices) return 0;
  return rule.length === 0 ||
    rule.some((group) => group.every((code) => code === "CPC" || code === "COC"))
    ? 3
    : 2;
};

export const beginner: Judge = ({ experienceLevel, acceptsApprentices }) => {
  if (experienceLevel === "apprentice" || acceptsApprentices) return 3;
  return experienceLevel === "entry" ? 2 : 0;
};

export const setting = (...slugs: readonly string[]): Judge =>
  when(({ settings }) => settings.some((slug) => slugs.includes(slug)));
export const mode = (slug: string): Judge => when(({ workMode }) => workMode === slug);
export const type = (...slugs: readonly string[]): Judge =>
  when(({ employmentType }) => slugs.includes(employmentType));
export const schedule = (...slugs: readonly string[]): Judge =>
  when((job) => slugs.includes(job.schedule));
export const level = (...slugs: readonly string[]): Judge =>
  when(({ experienceLevel }) => slugs.includes(experienceLevel ?? ""));
export const role = (...slugs: readonly string[]): Judge => when((job) => slugs.includes(job.role));
export const city = (name: string): Judge => when((job) => job.city === name);
export const employer = (name: string): Judge => when((job) => job.employer === name);
export const software = (slug: string): Judge => when((job) => job.software.includes(slug));
export const paysHourly = (least: number): Judge =>
  when(({ pay }) => (pay.type === "hourly" ? pay.max : pay.max / 2_080) >= least);

/** Work a person who lives there can do: on the spot, or from there. */
export const state =
  (code: string): Judge =>
  (job) => {
    if (
      job.state === code ||
      (job.stateRule === "listed-states" && job.eligibleStates.includes(code))
    ) {
      return 3;
    }
    return job.eligibleStates.includes(code) ? 2 : 0;
  };

/** Of "remote texas": anything remote that takes that state is exactly what was asked. */
export const remoteIn = (code: string): Judge =>
  when((job) => job.workMode === "remote" && job.eligibleStates.includes(code));
