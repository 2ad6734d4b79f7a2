/** Whose jobs somebody of the board reads before they are public. */
export type ReviewPolicy = "off" | "unverified";

/** Whether publishing a draft means sending it to review. */
export const reviewFirst = (policy: ReviewPolicy, employer: { verifiedAt: Date | null }): boolean =>
  policy === "unverified" && employer.verifiedAt === null;

/** What the board reads for: the words people see, and what they are promised. */
const READ_BY_THE_BOARD = [
  "title",
  "description",
  "schedule",
  "payType",
  "payMin",
  "payMax",
  "payNote",
  "guaranteedHourly",
] as const;

type ReadByTheBoard = Record<(typeof READ_BY_THE_BOARD)[number], string | number | null> & {
  questions: readonly { prompt: string; choices: readonly string[] }[];
};

/** Whether a change of a job touches what the board reads: its public words or its pay. */
export const changesWhatIsRead = (before: ReadByTheBoard, after: ReadByTheBoard): boolean =>
  READ_BY_THE_BOARD.some((name) => before[name] !== after[name]) ||
  wordsOf(after).some((words) => !wordsOf(before).includes(words));

const wordsOf = ({ questions }: ReadByTheBoard): string[] =>
  questions.flatMap(({ prompt, choices }) => [prompt, ...choices]);
