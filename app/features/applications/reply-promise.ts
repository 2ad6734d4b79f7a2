import { dateWords } from "#app/components/when-words.ts";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import { type ClockReading, isOverdue } from "#app/domain/reply-clock.ts";

interface Promised extends ClockReading {
  stage: ApplicationStage;
}

/** How the promise of an answer stands, as a sentence for the applicant; `now` decides whether it is late. */
export function replySentence(
  { stage, replyBy, firstReplyAt, unansweredAt }: Promised,
  now: Date,
): string {
  if (stage === "withdrawn") return "";
  if (firstReplyAt) return `The employer answered on ${dateWords(firstReplyAt.toISOString())}.`;
  if (!replyBy)
    return stage === "submitted" ? "The employer has not named a day to answer by." : "";
  const day = dateWords(replyBy.toISOString());
  return isOverdue({ replyBy, firstReplyAt, unansweredAt }, now)
    ? `Unanswered: the employer promised to answer by ${day} and has not.`
    : `The employer promised to answer by ${day}.`;
}
