import type {
  CredentialEntry,
  EducationEntry,
  ProfileSnapshot,
  WorkEntry,
} from "../profile-snapshot.ts";
import type { Experience } from "../requirement.ts";
import { wordsOf } from "../word-match.ts";
import type { Proposal, ProposedExperience } from "./proposal.ts";

export type ProfileFacts = Omit<ProfileSnapshot, "name" | "email">;

/** How a proposal stands to the profile: `adds` fills blanks of an entry, `differs` would replace what it says. */
export type ProposalStanding = "new" | "adds" | "differs" | "present";

/** Compares one proposal with the profile. Pure. */
export function standingOf(profile: ProfileFacts, proposal: Proposal): ProposalStanding {
  switch (proposal.kind) {
    case "credential": {
      const { code } = proposal.value;
      // Who holds the full credential has left the apprentice form behind.
      const grown = code.endsWith("-A") && hasCredential(profile, code.slice(0, -2));
      if (grown) return "present";
      const held = profile.credentials.find((one) => one.code === code);
      return held ? compared(credentialFacts(held), credentialFacts(proposal.value)) : "new";
    }
    case "family": {
      const known = profile.experience.find(({ familyId }) => familyId === proposal.value.familyId);
      return known ? compared(experienceFacts(known), experienceFacts(proposal.value)) : "new";
    }
    case "software":
      return profile.software.includes(proposal.value) ? "present" : "new";
    case "work": {
      const known = profile.work.find((one) => isSameJob(one, proposal.value));
      return known ? compared(workFacts(known), workFacts(proposal.value)) : "new";
    }
    case "education": {
      const known = profile.education.find((one) => isSameSchool(one, proposal.value));
      return known ? compared(educationFacts(known), educationFacts(proposal.value)) : "new";
    }
    case "text": {
      const known = profile[proposal.field] ?? "";
      if (known === "") return "new";
      return known === proposal.value ? "present" : "differs";
    }
    case "choices": {
      const known = profile[proposal.field];
      if (proposal.value.every((slug) => known.includes(slug))) return "present";
      return known.length === 0 ? "new" : "adds";
    }
  }
}

type Fact = string | number | null;

function compared(known: readonly Fact[], proposed: readonly Fact[]): ProposalStanding {
  const pairs = proposed.map((value, at) => ({ value, own: known[at] ?? null }));
  const said = pairs.filter(({ value }) => value !== null && value !== "");
  if (said.some(({ value, own }) => own !== null && own !== "" && own !== value)) return "differs";
  return said.every(({ value, own }) => own === value) ? "present" : "adds";
}

const credentialFacts = (
  one: Pick<CredentialEntry, "number" | "earnedOn" | "expiresOn">,
): Fact[] => [one.number, one.earnedOn, one.expiresOn];

const experienceFacts = (one: Experience | ProposedExperience): Fact[] => [
  one.months,
  one.lastUsedOn,
  one.accuracyPercent,
];

// A summary in other words is no contradiction: it only fills a blank one.
const workFacts = (one: WorkEntry): Fact[] => [one.startedOn, one.endedOn, one.setting];

const educationFacts = (one: EducationEntry): Fact[] => [one.study, one.level, one.finishedYear];

const hasCredential = ({ credentials }: ProfileFacts, code: string): boolean =>
  credentials.some((one) => one.code === code);

/** The same employer, and the same title or the same first month. */
export const isSameJob = (a: WorkEntry, b: WorkEntry): boolean =>
  isSameName(a.employer, b.employer) &&
  (isSameName(a.title, b.title) || (a.startedOn !== null && a.startedOn === b.startedOn));

export const isSameSchool = (a: EducationEntry, b: EducationEntry): boolean =>
  isSameName(a.institution, b.institution) &&
  (a.study === "" || b.study === "" || isSameName(a.study, b.study));

const isSameName = (a: string, b: string): boolean => wordsOf(a).join(" ") === wordsOf(b).join(" ");
