import type { FamilyMatch } from "./family-match.ts";
import type { MatchApplicant, MatchFinding, MatchJob, MatchReason } from "./match.ts";
import { MATCH_WEIGHTS, sumOf, takenOff } from "./match-weights.ts";
import { monthWords } from "./month-words.ts";
import { type Experience, formatMonths } from "./requirement.ts";
import { findFamily, summarizeFamily } from "./taxonomy/code-families.ts";
import { describeStates, STATE_NAMES } from "./us-states.ts";
import { EXPERIENCE_LEVELS, labelOf, SETTINGS, SPECIALTIES } from "./vocabulary.ts";

// Sentences have no subject ("Covers 3 of 4 …", "Lives in Ohio"): the applicant and the employer read the same ones.

const notAsked = (sentence: string): MatchFinding => ({
  atStake: 0,
  lost: 0,
  standing: "not-asked",
  sentence,
});

/** The must or the nice families, with one entry per requirement. */
export function familyFinding(
  level: "must" | "nice",
  matches: readonly FamilyMatch[],
): MatchFinding {
  const kind = level === "must" ? "must-have" : "nice-to-have";
  if (matches.length === 0) return notAsked(`No ${kind} families asked.`);
  const { points } = MATCH_WEIGHTS[level === "must" ? "must-families" : "nice-families"];
  const taken = takenOff(
    points,
    matches.map(({ credit }) => 1 - credit),
  );
  const covered = matches.filter(({ standing }) => standing === "covered").length;
  const any = matches.some(({ credit }) => credit > 0);
  return {
    atStake: sumOf(
      takenOff(
        points,
        matches.map(() => 1),
      ),
    ),
    lost: sumOf(taken),
    standing: covered === matches.length ? "covered" : any ? "partly" : "missing",
    sentence: familySentence(kind, covered, matches),
    families: matches.map((match, at) => familyEntry(match, taken[at] ?? 0)),
  };
}

function familySentence(kind: string, covered: number, matches: readonly FamilyMatch[]): string {
  const of = matches.length === 1 ? `the one ${kind} family` : `${matches.length} ${kind} families`;
  const head =
    matches.length === 1
      ? `${covered === 1 ? "Covers" : "Does not fully cover"} ${of}`
      : covered === matches.length
        ? `Covers all ${of}`
        : `Covers ${covered === 0 ? "none" : covered} of ${of}`;
  const tail = [labelled(matches, "partly", "in part"), labelled(matches, "missing", "missing")];
  return `${[head, ...tail.filter((part) => part !== "")].join("; ")}.`;
}

/** At most three by name: "A and B missing", "A, B and 4 more missing"; in quotes where a label has commas of its own. */
function labelled(matches: readonly FamilyMatch[], standing: string, word: string): string {
  const plain = matches.filter((one) => one.standing === standing).map(nameOf);
  const quoted = plain.some((name) => /,| and /.test(name));
  const names = quoted ? plain.map((name) => `“${name}”`) : plain;
  if (names.length === 0) return "";
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  const last = shown.at(-1) ?? "";
  return `${shown.length === 1 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`} ${word}`;
}

const nameOf = ({ requirement: { familyId } }: FamilyMatch): string =>
  findFamily(familyId)?.label ?? familyId;

function familyEntry(
  match: FamilyMatch,
  lost: number,
): NonNullable<MatchReason["families"]>[number] {
  const { familyId, minMonths } = match.requirement;
  const asked = minMonths > 0 ? formatMonths(minMonths) : "any experience";
  const family = summarizeFamily(familyId);
  return {
    familyId,
    label: family?.label ?? familyId,
    range: family?.range ?? "",
    system: family?.system ?? "",
    standing: match.standing,
    asked,
    have: describeEvidence(match),
    share: match.credit,
    lost,
  };
}

function describeEvidence({ evidence, basis }: FamilyMatch): string {
  const [first, ...others] = evidence;
  if (!first) return "none stated";
  const label = findFamily(first.familyId)?.label ?? first.familyId;
  const facts = describeExperience(first);
  switch (basis) {
    case "own":
      return others.length > 0 ? `${facts}, and the codes it replaced` : facts;
    case "history":
      return `${facts}, in the codes it replaced`;
    case "children":
      return others.length > 0
        ? `${facts}, in ${label} and ${others.length} more of its families`
        : `${facts}, in ${label}`;
    case "ancestor":
      return `${facts}, stated for ${label} as a whole`;
    case "none":
      return "none stated";
  }
}

/** "5 years, 97%, last used April 2023"; the date only where it is not lately, for then it explains the standing. */
function describeExperience({ months, accuracyPercent, lastUsedOn }: Experience): string {
  const parts = [formatMonths(months)];
  if (accuracyPercent !== null) parts.push(`${accuracyPercent}%`);
  parts.push(lastUsedOn ? `last used ${monthWords(lastUsedOn)}` : "last use not stated");
  return parts.join(", ");
}

/** Setting and specialty have half of the aspect's points each; one of each is enough. */
export function settingFinding(job: MatchJob, applicant: MatchApplicant): MatchFinding {
  const parts = [
    { asked: job.settings, has: applicant.settings, list: SETTINGS },
    { asked: job.specialties, has: applicant.specialties, list: SPECIALTIES },
  ].filter(({ asked }) => asked.length > 0);
  if (parts.length === 0) return notAsked("No setting or specialty asked.");
  const name = ({ asked, list }: (typeof parts)[number]) => labelOf(list, asked[0] ?? "");
  const met = parts.filter(({ asked, has }) => asked.some((slug) => has.includes(slug)));
  const unmet = parts.filter((part) => !met.includes(part));
  const known = met.map((part) => {
    const slug = part.asked.find((one) => part.has.includes(one)) ?? "";
    return labelOf(part.list, slug);
  });
  const sentence = [
    known.length > 0 ? `Knows ${known.join(" and ")}` : "",
    unmet.length > 0
      ? `${known.length > 0 ? "not stated: " : "Not stated: "}${unmet.map(name).join(" and ")}`
      : "",
  ];
  const each = MATCH_WEIGHTS.setting.points / 2;
  return {
    atStake: parts.length * each,
    lost: unmet.length * each,
    standing: unmet.length === 0 ? "covered" : met.length > 0 ? "partly" : "missing",
    sentence: `${sentence.filter((part) => part !== "").join("; ")}.`,
  };
}

const lacking = (aspect: "state" | "level", lack: number) => ({
  atStake: MATCH_WEIGHTS[aspect].points,
  lost: MATCH_WEIGHTS[aspect].points * lack,
});

/** Where the coder lives decides; a state they only said they could work from counts half. */
export function stateFinding(job: MatchJob, applicant: MatchApplicant): MatchFinding {
  const everywhere = Object.keys(STATE_NAMES).every((state) => job.eligibleStates.includes(state));
  if (job.eligibleStates.length === 0 || everywhere)
    return notAsked("Open to coders in any state.");
  const asked = `this job is open to ${describeStates(job.eligibleStates)}`;
  const name = (state: string) => STATE_NAMES[state] ?? state;
  const { state } = applicant;
  if (state !== null && job.eligibleStates.includes(state)) {
    return {
      ...lacking("state", 0),
      standing: "covered",
      sentence: `Lives in ${name(state)}; ${asked}.`,
    };
  }
  const lives = state === null ? "Has not stated a home state" : `Lives in ${name(state)}`;
  const other = applicant.eligibleStates.find((one) => job.eligibleStates.includes(one));
  if (other !== undefined) {
    const sentence = `${lives} and can also work from ${name(other)}; ${asked}.`;
    return { ...lacking("state", 0.5), standing: "partly", sentence };
  }
  return { ...lacking("state", 1), standing: "missing", sentence: `${lives}; ${asked}.` };
}

/** At or above the level asked is full; one step below is half. */
export function levelFinding(job: MatchJob, applicant: MatchApplicant): MatchFinding {
  const rank = (slug: string | null) => EXPERIENCE_LEVELS.findIndex((term) => term.slug === slug);
  const asked = rank(job.experienceLevel);
  if (asked <= 0) return notAsked("No experience level asked.");
  const has = rank(applicant.experienceLevel);
  const words = (at: number) => EXPERIENCE_LEVELS[at]?.label ?? "not stated";
  const share = has >= asked ? 1 : has === asked - 1 ? 0.5 : 0;
  return {
    ...lacking("level", 1 - share),
    standing: share === 1 ? "covered" : share > 0 ? "partly" : "missing",
    sentence:
      has < 0
        ? `Has not stated a level; asked: ${words(asked)}.`
        : `${words(has)}; asked: ${words(asked)}.`,
  };
}
