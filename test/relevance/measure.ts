import type { StatedJob } from "./jobs.ts";
import type { JudgedQuery } from "./queries.ts";

export interface Measured {
  q: string;
  /** Postings of the best grade there is, and of any. */
  best: number;
  relevant: number;
  ndcg: number;
  /** Whether one of the first three answers exactly. */
  success: boolean;
  /** Grades of the first ten, as listed. */
  grades: number[];
}

const DEPTH = 10;

/** nDCG@10 (gain 2^grade - 1, discount log2) and success@3 of a list of postings for a query. */
export function measure(
  { q, judge }: JudgedQuery,
  jobs: readonly StatedJob[],
  listed: readonly StatedJob[],
): Measured {
  const all = jobs
    .map(judge)
    .filter((grade) => grade > 0)
    .toSorted((a, b) => b - a);
  const grades = listed.slice(0, DEPTH).map(judge);
  const ideal = gain(all.slice(0, DEPTH));
  return {
    q,
    best: all.filter((grade) => grade === 3).length,
    relevant: all.length,
    ndcg: ideal === 0 ? 0 : gain(grades) / ideal,
    success: grades.slice(0, 3).includes(3),
    grades,
  };
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

export interface Summary {
  ndcg: number;
  success: number;
}

export const summarize = (measured: readonly Measured[]): Summary => ({
  ndcg: measured.reduce((sum, { ndcg }) => sum + ndcg, 0) / measured.length,
  success: measured.filter(({ success }) => success).length / measured.length,
});
