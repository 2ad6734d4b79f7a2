import { monthWords } from "#app/domain/month-words.ts";
import type { Proposal, ProposalKind } from "#app/domain/profile-proposals/proposal.ts";
import {
  isSameJob,
  isSameSchool,
  type ProfileFacts,
  type ProposalStanding,
  standingOf,
} from "#app/domain/profile-proposals/standing.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import { type FamilySummary, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import {
  CREDENTIALS,
  EDUCATION_LEVELS,
  labelOf,
  SETTINGS,
  SOFTWARE,
} from "#app/domain/vocabulary.ts";
import { choiceWords, TEXT_LABELS } from "./choice-words.ts";

/** One proposal as its owner decides on it. */
export interface ReviewItem {
  key: string;
  kind: ProposalKind;
  /** What would go into the profile. */
  title: string;
  details: string[];
  /** A longer text that would go in with it; "" when there is none. */
  text: string;
  family: FamilySummary | null;
  /** Months as read; null when the text does not say, or for what has none. */
  months: number | null;
  standing: ProposalStanding;
  /** What the profile says instead; null unless the two differ. */
  inProfile: string | null;
  source: { text: string; place: string };
}

const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** What a document proposes, compared with the profile as it is now. */
export const reviewItems = (profile: ProfileFacts, proposals: readonly Proposal[]): ReviewItem[] =>
  proposals.map((proposal) => {
    const standing = standingOf(profile, proposal);
    return {
      key: proposal.key,
      kind: proposal.kind,
      ...wordsOfProposal(proposal),
      text: proposal.kind === "work" ? proposal.value.summary : "",
      family: proposal.kind === "family" ? summarizeFamily(proposal.value.familyId) : null,
      months: proposal.kind === "family" ? proposal.value.months : null,
      standing,
      inProfile: standing === "differs" ? profileWords(profile, proposal) : null,
      source: proposal.source,
    };
  });

function wordsOfProposal(proposal: Proposal): Pick<ReviewItem, "title" | "details"> {
  switch (proposal.kind) {
    case "credential": {
      const { code, issuer, number, earnedOn, expiresOn } = proposal.value;
      const name = CREDENTIALS.find((one) => one.code === code)?.name ?? "";
      return {
        title: `${code}, ${name}`,
        details: said([
          issuer && `Issuer: ${issuer}`,
          number && `Number: ${number}`,
          earnedOn && `Earned: ${monthWords(earnedOn)}`,
          expiresOn && `Expires: ${DAY.format(new Date(expiresOn))}`,
        ]),
      };
    }
    case "family": {
      const { familyId, lastUsedOn, accuracyPercent } = proposal.value;
      return {
        title: summarizeFamily(familyId)?.label ?? familyId,
        details: said([
          lastUsedOn && `Last used: ${monthWords(lastUsedOn)}`,
          accuracyPercent !== null && `Accuracy: ${accuracyPercent}%`,
        ]),
      };
    }
    case "software":
      return { title: labelOf(SOFTWARE, proposal.value), details: [] };
    case "work": {
      const { employer, title, setting, startedOn, endedOn } = proposal.value;
      const until = endedOn ? monthWords(endedOn) : "now";
      return {
        title: `${title}, ${employer}`,
        details: said([
          startedOn && `${monthWords(startedOn)} until ${until}`,
          setting && labelOf(SETTINGS, setting),
        ]),
      };
    }
    case "education": {
      const { institution, study, level, finishedYear } = proposal.value;
      return {
        title: institution,
        details: said([
          study,
          level && labelOf(EDUCATION_LEVELS, level),
          finishedYear !== null && `Finished: ${finishedYear}`,
        ]),
      };
    }
    case "text":
      return { title: TEXT_LABELS[proposal.field], details: [proposal.value] };
    case "choices":
      return {
        title: choiceWords(proposal.field).label,
        details: [proposal.value.map(choiceWords(proposal.field).word).join(", ")],
      };
  }
}

const said = (facts: readonly (string | number | false | null)[]): string[] =>
  facts.flatMap((fact) => (fact ? [String(fact)] : []));

function profileWords(profile: ProfileFacts, proposal: Proposal): string {
  switch (proposal.kind) {
    case "credential": {
      const held = profile.credentials.find(({ code }) => code === proposal.value.code);
      return held ? wordsOfProposal({ ...proposal, value: held }).details.join("; ") : "";
    }
    case "family": {
      const own = profile.experience.find(({ familyId }) => familyId === proposal.value.familyId);
      if (!own) return "";
      const details = wordsOfProposal({ ...proposal, value: own }).details;
      return [formatMonths(own.months), ...details].join("; ");
    }
    case "work": {
      const known = profile.work.find((one) => isSameJob(one, proposal.value));
      return known ? wordsOfProposal({ ...proposal, value: known }).details.join("; ") : "";
    }
    case "education": {
      const known = profile.education.find((one) => isSameSchool(one, proposal.value));
      return known ? wordsOfProposal({ ...proposal, value: known }).details.join("; ") : "";
    }
    case "text":
      return profile[proposal.field] ?? "";
    case "software":
    case "choices":
      return "";
  }
}
