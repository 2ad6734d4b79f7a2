/** What a job promises when its employer names no number of days: no job is without a day to answer by. */
export const DEFAULT_REPLY_BY_DAYS = 14;

/** Hours ahead that the daily reminder of promised answers looks: each is named at least a day before it is due. */
export const WARN_HOURS_AHEAD = 48;

/** Days back that an employer's record looks. */
export const RECORD_WINDOW_DAYS = 180;

/** Fewer counted applications than this say nothing. */
const FEWEST_COUNTED = 5;

/**
 * How an employer answers.
 *
 * Of the applications sent to any of its jobs in the last 180 days, those count whose first answer has come, or whose
 * promised day (14 days after sending, where an older job promised none) has passed. One withdrawn before either does
 * not count; one withdrawn after its day passed unanswered does. An answer is the first move, refusal or message by a
 * member. `answered` are those with an answer, late or not; `medianSeconds` is the middle of the times from sending to
 * that answer, null without any.
 */
export interface ReplyRecord {
  counted: number;
  answered: number;
  medianSeconds: number | null;
}

/** The share answered, in whole percent, never rounded to the full or to nothing; null below five counted. */
export function responseRate(record: ReplyRecord | null): number | null {
  if (!record || record.counted < FEWEST_COUNTED) return null;
  const { answered, counted } = record;
  if (answered === 0 || answered === counted) return answered === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((answered / counted) * 100)));
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** "within an hour", "in about 5 hours", "in about 3 days". */
export function replyTimeWords(seconds: number): string {
  if (seconds < HOUR) return "within an hour";
  if (seconds < 1.5 * DAY) {
    const hours = Math.round(seconds / HOUR);
    return hours === 1 ? "in about an hour" : `in about ${hours} hours`;
  }
  return `in about ${Math.round(seconds / DAY)} days`;
}

export const NOT_ENOUGH = "Not enough applications yet to say how often it answers.";

/** An employer's record as one sentence. */
export function replyRecordSentence(record: ReplyRecord | null): string {
  const rate = responseRate(record);
  if (rate === null || !record) return NOT_ENOUGH;
  if (rate === 0) return `Has answered none of its last ${record.counted} applications.`;
  const speed =
    record.medianSeconds === null ? "" : `, half of them ${replyTimeWords(record.medianSeconds)}`;
  return `Answers ${rate}% of applications${speed.replace("in about", "within about")}.`;
}

/** The same in the few words a row of a list has room for. */
export function replyRecordShort(record: ReplyRecord | null): string {
  const rate = responseRate(record);
  if (rate === null || !record) return "Replies: not enough applications yet";
  if (rate === 0 || record.medianSeconds === null) return `Replies to ${rate}%`;
  return `Replies to ${rate}%, typically ${replyTimeWords(record.medianSeconds)}`;
}

/** What an application's reply clock shows at an instant. */
export interface ClockReading {
  replyBy: Date | null;
  firstReplyAt: Date | null;
  unansweredAt: Date | null;
}

/** Whether the promised day has passed without an answer: by the mark, or by the clock until the worker has marked it. */
export const isOverdue = ({ replyBy, firstReplyAt, unansweredAt }: ClockReading, now: Date) =>
  firstReplyAt === null && (unansweredAt !== null || (replyBy !== null && replyBy < now));
