// Beside the schemas, not in them: pages show these, and would carry all of Zod along.

/** Characters a cover note may have: a page and a half. */
export const COVER_NOTE_MAX = 4_000;
export const MESSAGE_MAX = 2_000;
export const NOTE_MAX = 5_000;

/** The choice of sending no resume. */
export const NO_RESUME = "none";
/** The choice of a file that comes with the form; the file itself makes it a resume with an id. */
export const UPLOAD_RESUME = "upload";

/** How long a move without a message can be taken back before the applicant is told of it. */
export const TELL_AFTER_SECONDS = 120;
