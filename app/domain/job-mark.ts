/** What a person can say about a job or who offers it, and take back. */
export const JOB_MARKS = [
  "save",
  "unsave",
  "hide",
  "unhide",
  "mute-employer",
  "unmute-employer",
  "mute-kind",
  "unmute-kind",
] as const;
export type JobMark = (typeof JOB_MARKS)[number];

export const OPPOSITE: Record<JobMark, JobMark> = {
  save: "unsave",
  unsave: "save",
  hide: "unhide",
  unhide: "hide",
  "mute-employer": "unmute-employer",
  "unmute-employer": "mute-employer",
  "mute-kind": "unmute-kind",
  "unmute-kind": "mute-kind",
};

/** How a person stands to a job in a list. */
export interface JobMarks {
  saved: boolean;
  /** Opened before. */
  seen: boolean;
  hidden: boolean;
  employerMuted: boolean;
  kindMuted: boolean;
  applied: boolean;
  /** Whether a staffing agency offers it. */
  agency: boolean;
}

export const isLeftOut = ({ hidden, employerMuted, kindMuted }: JobMarks): boolean =>
  hidden || employerMuted || kindMuted;

/** Whether the marks are as `mark` leaves them. */
export function holdsMark(mark: JobMark, marks: JobMarks): boolean {
  switch (mark) {
    case "save":
      return marks.saved;
    case "unsave":
      return !marks.saved;
    case "hide":
      return marks.hidden;
    case "unhide":
      return !marks.hidden;
    case "mute-employer":
      return marks.employerMuted;
    case "unmute-employer":
      return !marks.employerMuted;
    case "mute-kind":
      return marks.kindMuted;
    case "unmute-kind":
      return !marks.kindMuted;
  }
}

/** What has happened, and what it means. */
export function markSentence(
  mark: JobMark,
  { title, employerName }: { title: string; employerName: string },
): string {
  switch (mark) {
    case "save":
      return `“${title}” is saved.`;
    case "unsave":
      return `“${title}” is no longer saved.`;
    case "hide":
      return `“${title}” is hidden from your lists.`;
    case "unhide":
      return `“${title}” is shown again.`;
    case "mute-employer":
      return `${employerName} is muted: its jobs are left out of your lists.`;
    case "unmute-employer":
      return `Jobs of ${employerName} are shown again.`;
    case "mute-kind":
      return "All staffing agencies are muted: their jobs are left out of your lists.";
    case "unmute-kind":
      return "Jobs of staffing agencies are shown again.";
  }
}
