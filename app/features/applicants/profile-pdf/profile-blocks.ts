import { CREDENTIAL_STATUS_LABELS } from "#app/domain/credential-rule.ts";
import { monthWords } from "#app/domain/month-words.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  CREDENTIALS,
  EDUCATION_LEVELS,
  labelOf,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";

/** A printed profile, block by block. */
export type PdfBlock =
  | { kind: "title" | "heading" | "text"; text: string }
  /** Entries, each a line in bold with lines below it. */
  | { kind: "list"; items: { title: string; lines: string[] }[] };

/**
 * What a printed profile says. Member numbers unlock their owner's record with the issuer: they are in it only when
 * asked for. The pay wished for is between the applicant and an employer, and never in it.
 */
export function profileBlocks(
  profile: ProfileSnapshot,
  { withNumbers }: { withNumbers: boolean },
): PdfBlock[] {
  const { name, email, headline, about, city, state } = profile;
  const contact = said([said([city, state]).join(", "), email]).join("   ");
  return [
    { kind: "title", text: name },
    ...texts([headline, contact]),
    ...section("Summary", texts(about.split(/\n+/))),
    ...section("Code families", list(familyItems(profile))),
    ...section("Credentials", list(credentialItems(profile, withNumbers))),
    ...section("Experience", list(workItems(profile))),
    ...section("Education", list(educationItems(profile))),
    ...section("Practice", list(practiceItems(profile))),
  ];
}

const section = (title: string, blocks: PdfBlock[]): PdfBlock[] =>
  blocks.length === 0 ? [] : [{ kind: "heading", text: title }, ...blocks];

const texts = (all: readonly string[]): PdfBlock[] =>
  all.filter((text) => text !== "").map((text) => ({ kind: "text", text }));

type Items = Extract<PdfBlock, { kind: "list" }>["items"];

const list = (items: Items): PdfBlock[] => (items.length === 0 ? [] : [{ kind: "list", items }]);

const said = (facts: readonly (string | null | false)[]): string[] =>
  facts.flatMap((fact) => (fact ? [fact] : []));

const familyItems = ({ experience }: ProfileSnapshot): Items =>
  experience.map(({ familyId, months, lastUsedOn, accuracyPercent }) => {
    const family = summarizeFamily(familyId);
    const facts = said([
      formatMonths(months),
      lastUsedOn && `last used ${monthWords(lastUsedOn)}`,
      accuracyPercent !== null && `${accuracyPercent}% accuracy`,
    ]);
    return {
      title: family ? `${family.systemLabel} ${family.range}  ${family.label}` : familyId,
      lines: [facts.join(", ")],
    };
  });

const credentialItems = ({ credentials }: ProfileSnapshot, withNumbers: boolean): Items =>
  credentials.map(({ code, issuer, number, earnedOn, expiresOn, status }) => {
    const name = CREDENTIALS.find((one) => one.code === code)?.name;
    const facts = said([
      issuer,
      withNumbers && number && `number ${number}`,
      earnedOn && `earned ${monthWords(earnedOn)}`,
      expiresOn && `valid until ${monthWords(expiresOn)}`,
      CREDENTIAL_STATUS_LABELS[status].toLowerCase(),
    ]);
    return { title: name ? `${code}, ${name}` : code, lines: [facts.join(", ")] };
  });

const workItems = ({ work }: ProfileSnapshot): Items =>
  work.map(({ employer, title, setting, startedOn, endedOn, summary }) => ({
    title: `${title}, ${employer}`,
    lines: said([
      said([
        startedOn && `${monthWords(startedOn)} to ${endedOn ? monthWords(endedOn) : "present"}`,
        setting && labelOf(SETTINGS, setting),
      ]).join(", "),
      ...summary.split(/\n+/),
    ]),
  }));

const educationItems = ({ education }: ProfileSnapshot): Items =>
  education.map(({ institution, study, level, finishedYear }) => ({
    title: institution,
    lines: said([
      said(
        [study, level && labelOf(EDUCATION_LEVELS, level), finishedYear && `${finishedYear}`].map(
          (fact) => fact || null,
        ),
      ).join(", "),
    ]),
  }));

function practiceItems(profile: ProfileSnapshot): Items {
  const states = new Map(Object.entries(STATE_NAMES));
  const lists: [string, string[]][] = [
    ["Specialties", profile.specialties.map((slug) => labelOf(SPECIALTIES, slug))],
    ["Settings", profile.settings.map((slug) => labelOf(SETTINGS, slug))],
    ["Software", profile.software.map((slug) => labelOf(SOFTWARE, slug))],
    ["Work modes", profile.workModes.map((slug) => labelOf(WORK_MODES, slug))],
    ["May work in", profile.eligibleStates.map((code) => states.get(code) ?? code)],
    ["Available", said([profile.available])],
  ];
  return lists
    .filter(([, words]) => words.length > 0)
    .map(([title, words]) => ({ title, lines: [words.join(", ")] }));
}
