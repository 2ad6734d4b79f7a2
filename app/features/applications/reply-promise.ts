import { dateWords } from "#app/components/when-words.ts";
import type { ApplicationStage } from "#app/domain/application-stage.ts";

interface Promised {
  stage: ApplicationStage;
  replyBy: Date | null;
  firstReplyAt: Date | null;
}

/** How the promise of an answer stands, as a sentence for the applicant; `now` decides whether it is late. */
export function replySentence({ stage, replyBy, firstReplyAt }: Promised, now: Date): string {
  if (stage === "withdrawn") return "";
  if (firstReplyAt) return `The employer answered on ${dateWords(firstReplyAt.toISOString())}.`;
  if (!replyBy)
    return stage === "submitted" ? "The employer has not named a day to answer by." : "";
  const day = dateWords(replyBy.toISOString());
  return replyBy < now
    ? `The employer promised to answer by ${day} and has not yet.`
    : `The employer promised to answer by ${day}.`;
}
