import type { FormState } from "#app/components/form-state.ts";

const FIELDS: Record<string, string> = {
  headline: "Headline",
  about: "About",
  city: "City",
  state: "State you live in",
  eligibleStates: "Eligible states",
  workModes: "Work modes",
  employmentTypes: "Kinds of employment",
  payWishedMin: "Pay you wish for",
  payWishedType: "Paid by",
  experienceLevel: "Experience level",
  available: "When you could start",
  specialties: "Specialties",
  settings: "Settings",
  software: "Software",
  experience: "Code families",
  months: "Experience",
  lastUsedOn: "Last used",
  accuracyPercent: "Accuracy",
  volume: "Volume",
  volumeUnit: "Volume is in",
  credentials: "Credentials",
  code: "Credential",
  issuer: "Issuer",
  number: "Number",
  earnedOn: "Earned",
  expiresOn: "Expires",
  work: "Work history",
  employer: "Employer",
  title: "Title",
  setting: "Setting",
  startedOn: "From",
  endedOn: "Until",
  summary: "What you did",
  education: "Education",
  institution: "School or program",
  study: "Field of study",
  level: "Level",
  finishedYear: "Year finished",
};

const ROWS: Record<string, string> = {
  experience: "Code family",
  credentials: "Credential",
  work: "Job",
  education: "School",
};

/** What each refused field is called in the summary: "Job 2, From". */
export function profileLabels({ errors }: FormState): Record<string, string> {
  return Object.fromEntries(
    Object.keys(errors).map((name) => {
      const [first = "", number, field] = name.split(".");
      if (number === undefined || field === undefined) return [name, FIELDS[first] ?? ""];
      return [name, `${ROWS[first]} ${Number(number) + 1}, ${FIELDS[field] ?? field}`];
    }),
  );
}
