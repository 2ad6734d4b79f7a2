import { EXPORT_DAYS, GRACE_DAYS } from "./account-leaving.ts";

/** Days after which each kind of record is deleted or blanked; the tasks of the worker read them here. */
export const KEPT_DAYS = {
  closedApplication: 730,
  seenJob: 180,
  alertRequest: 7,
  deletedSearch: 30,
  settledDigest: 90,
  jobViewer: 7,
  jobImport: 30,
  endedHiddenJob: 180,
  neverVerifiedAccount: 30,
  capturedMail: 30,
  audit: 730,
} as const;

export interface RetentionLine {
  what: string;
  kept: string;
  after: string;
}

/** What is kept how long, as people read it. */
export const RETENTION: readonly RetentionLine[] = [
  {
    what: "Your account, profile, resumes and credentials",
    kept: "Until you delete them or your account",
    after: `Deleted. An account is deleted ${GRACE_DAYS} days after you ask, so that you can change your mind.`,
  },
  {
    what: "Applications that are open",
    kept: "Until they end",
    after: "See closed applications.",
  },
  {
    what: "Applications that were closed: profile sent, resume, cover note, answers, messages, notes",
    kept: `${KEPT_DAYS.closedApplication / 365} years after the last change`,
    after: "Blanked. The row stays without anything about you, for the employer's numbers.",
  },
  {
    what: "Applications you withdraw",
    kept: `Not at all; messages ${KEPT_DAYS.closedApplication / 365} years`,
    after: "Blanked at once: the row stays without your profile, resume, cover note and answers.",
  },
  {
    what: "Applications you began and did not send",
    kept: "Until the job ends, or you discard them",
    after: "Deleted.",
  },
  {
    what: "Jobs you opened",
    kept: `${KEPT_DAYS.seenJob} days`,
    after: "Forgotten.",
  },
  {
    what: "That somebody looked at a job: a scrambled mark of the day, never who it was",
    kept: `${KEPT_DAYS.jobViewer} days`,
    after: "Counted together with all others, and the mark deleted.",
  },
  {
    what: "Files of jobs that employers import, with their reports",
    kept: `${KEPT_DAYS.jobImport} days`,
    after: "Deleted. The jobs made of them stay.",
  },
  {
    what: "Jobs you saved or hid, employers you muted",
    kept: `Until you take them off; hidden jobs ${KEPT_DAYS.endedHiddenJob} days after they ended`,
    after: "Deleted.",
  },
  {
    what: "An address given for job alerts without an account",
    kept: `${KEPT_DAYS.deletedSearch} days after you stop the last of them; ${KEPT_DAYS.alertRequest} days if it is never confirmed`,
    after: "Deleted. That an address never wants alerts again is kept, scrambled, for good.",
  },
  {
    what: "Saved searches you delete, and when we sent their mails",
    kept: `${KEPT_DAYS.deletedSearch} days, and ${KEPT_DAYS.settledDigest} days after sending`,
    after: "Deleted.",
  },
  {
    what: "Copies of mail we send",
    kept: "Ten minutes after sending; three days if sending fails",
    after: "Deleted.",
  },
  {
    what: "Exports of your data",
    kept: `${EXPORT_DAYS} days`,
    after: "Deleted.",
  },
  {
    what: "The log of who opened a resume, exported data, or changed a role: ids only, no names or texts",
    kept: `${KEPT_DAYS.audit / 365} years, even if the account is deleted`,
    after: "Deleted.",
  },
  {
    what: "Sessions: when, from which address and with which browser you logged in",
    kept: "Until you log out or the session ends",
    after: "Deleted within the hour.",
  },
  {
    what: "Accounts whose address was never confirmed",
    kept: `${KEPT_DAYS.neverVerifiedAccount} days`,
    after: "Deleted.",
  },
];
