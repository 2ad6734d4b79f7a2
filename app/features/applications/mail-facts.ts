/** What every mail about an application needs to know. */
export interface MailFacts {
  /** The site's own origin, from the environment: links are never built from a request. */
  origin: string;
  applicationId: string;
  jobTitle: string;
  employerName: string;
}

export interface Recipient {
  name: string;
  address: string;
}

export const applicantUrl = ({ origin, applicationId }: MailFacts): string =>
  `${origin}/applicant/applications/${applicationId}`;

export const employerUrl = ({ origin, applicationId }: MailFacts): string =>
  `${origin}/employer/applications/${applicationId}`;

export const becauseYouApplied = ({ jobTitle, employerName }: MailFacts): string =>
  `You get this mail because you applied for “${jobTitle}” at ${employerName} on CareerCenter.`;

export const becauseYouAnswer = ({ employerName }: MailFacts): string =>
  `You get this mail because you answer applications for ${employerName} on CareerCenter.`;

/** Somebody's own words, set apart and marked as theirs. */
export const quoted = (who: string, words: string): string[] =>
  words.trim() === "" ? [] : [`${who} writes:`, words.trim()];
