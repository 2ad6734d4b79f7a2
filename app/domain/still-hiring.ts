/** Days after the last confirmation at which an employer is asked whether a published job is still open. */
export const ASK_AFTER_DAYS = 14;

/** Days after the question at which it is put once more. */
export const REMIND_AFTER_DAYS = 4;

/** Days after the question at which the job is paused: the grace period. */
export const PAUSE_AFTER_DAYS = 7;

/** Days a mailed link confirms for: the question's life and some weeks to bring a paused job back. */
export const CONFIRM_LINK_DAYS = 30;

const DAY = 86_400_000;

/** The instant a job that was asked about is paused unless somebody confirms it. */
export const pausesAt = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + PAUSE_AFTER_DAYS * DAY);
