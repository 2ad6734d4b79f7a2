import type { ApplicationStage } from "./application-stage.ts";

/** Who writes in an application's thread: the employer's members, as one, or the applicant. */
export type ThreadSide = "employer" | "applicant";

export const otherSide = (side: ThreadSide): ThreadSide =>
  side === "employer" ? "applicant" : "employer";

/** Characters one message may have. */
export const MESSAGE_BODY_MAX = 4_000;

/**
 * Both sides may write until the applicant withdraws, also after a "no" or a hire: an answer to either is fair.
 * What was written stays readable.
 */
export const canWriteMessages = (stage: ApplicationStage): boolean => stage !== "withdrawn";
