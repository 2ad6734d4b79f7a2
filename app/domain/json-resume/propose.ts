import type { Proposal } from "../profile-proposals/proposal.ts";
import { findFamilies } from "../resume-reading/find-families.ts";
import { findSoftware } from "../resume-reading/find-software.ts";
import type { FoundWork } from "../resume-reading/find-work.ts";
import type { ResumeLine } from "../resume-reading/resume-lines.ts";
import { SOFTWARE } from "../vocabulary.ts";
import { type JsonObject, listOf, objectOf, textOf, textsOf } from "./json-values.ts";
import { OWN_SKILLS, readOwnChoices, readOwnFamilies } from "./own-facts.ts";
import { OWN, readBasics, readCertificate, readEducation, readWork } from "./read-entries.ts";

const MAX_SOURCE = 300;

/**
 * What a JSON Resume says that a profile has a place for, each with the words it is read from. Families are those of
 * our own part where the document has one, else those its jobs and skills speak of. `today` is "YYYY-MM-DD".
 */
export function proposeFromJsonResume(document: JsonObject, today: string): Proposal[] {
  const own = objectOf(document[OWN]);
  const skills = listOf(document.skills)
    .map(objectOf)
    .filter((skill) => !isOwnSkill(skill));
  const proposals: Proposal[] = [
    ...proposeTexts(document),
    ...entries(document.certificates, readCertificate).map(
      ({ value, text }): Proposal => ({
        kind: "credential",
        key: `credential-${value.code}`,
        value,
        source: { text, place: "certificates" },
      }),
    ),
    ...proposeFamilies(document, own, skills, today),
    ...proposeSoftware(own, skills),
    ...entries(document.work, readWork).map(
      ({ value, text }, at): Proposal => ({
        kind: "work",
        key: `work-${at}`,
        value: value.startedOn && value.startedOn > today ? { ...value, startedOn: null } : value,
        source: { text, place: "work" },
      }),
    ),
    ...entries(document.education, readEducation).map(
      ({ value, text }, at): Proposal => ({
        kind: "education",
        key: `education-${at}`,
        value,
        source: { text, place: "education" },
      }),
    ),
    ...readOwnChoices(own).map(
      ({ field, value }): Proposal => ({
        kind: "choices",
        key: `choices-${field}`,
        field,
        value,
        source: { text: value.join(", ").slice(0, MAX_SOURCE), place: OWN },
      }),
    ),
  ];
  return proposals.filter(({ key }, at) => proposals.findIndex((one) => one.key === key) === at);
}

export const isOwnSkill = ({ name }: JsonObject): boolean =>
  name === OWN_SKILLS.families || name === OWN_SKILLS.software;

function entries<Entry>(list: unknown, read: (item: unknown) => Entry | null) {
  return listOf(list).flatMap((item) => {
    const value = read(item);
    return value ? [{ value, text: words(objectOf(item)) }] : [];
  });
}

/** An entry's own short texts, as its source. */
const words = (item: JsonObject): string =>
  Object.values(item)
    .map((value) => textOf(value, 200))
    .filter((text) => text !== "")
    .join(" · ")
    .slice(0, MAX_SOURCE);

function proposeTexts(document: JsonObject): Proposal[] {
  const basics = readBasics(document);
  return (["headline", "about", "city", "state"] as const).flatMap((field) => {
    const value = basics[field];
    if (!value) return [];
    const source = { text: value.slice(0, MAX_SOURCE), place: "basics" };
    return [{ kind: "text", key: `text-${field}`, field, value, source } satisfies Proposal];
  });
}

function proposeSoftware(own: JsonObject, skills: readonly JsonObject[]): Proposal[] {
  const lines = skills.map((skill) => lineOf(skillText(skill), "skills"));
  const known = new Set(SOFTWARE.map(({ slug }) => slug));
  const stated = textsOf(own.software, 60)
    .filter((slug) => known.has(slug))
    .map((slug) => ({ slug, text: slug, place: OWN }));
  const named = findSoftware(lines).map(({ slug, line }) => ({
    slug,
    text: lines[line]?.text ?? "",
    place: "skills",
  }));
  return [...stated, ...named].map(({ slug, text, place }) => ({
    kind: "software",
    key: `software-${slug}`,
    value: slug,
    source: { text: text.slice(0, MAX_SOURCE), place },
  }));
}

/** The programs a document's own skills name. */
export const softwareInSkills = (skills: readonly JsonObject[]): Set<string> =>
  new Set(
    findSoftware(skills.map((skill) => lineOf(skillText(skill), "skills"))).map(({ slug }) => slug),
  );

const skillText = (skill: JsonObject): string =>
  [textOf(skill.name, 200), ...textsOf(skill.keywords, 200)].join(", ");

const lineOf = (text: string, section: ResumeLine["section"]): ResumeLine => ({
  text,
  section,
  isHeading: false,
  isBullet: false,
});

function proposeFamilies(
  document: JsonObject,
  own: JsonObject,
  skills: readonly JsonObject[],
  today: string,
): Proposal[] {
  const stated = readOwnFamilies(own);
  if (stated.length > 0) {
    return stated.map((value) => ({
      kind: "family",
      key: `family-${value.familyId}`,
      value,
      source: { text: value.familyId, place: OWN },
    }));
  }
  const lines = skills.map((skill) => lineOf(skillText(skill), "skills"));
  const work = entries(document.work, readWork).flatMap(({ value }): FoundWork[] => {
    const first = lines.length;
    lines.push(...value.summary.split("\n").map((text) => lineOf(text, "experience")));
    if (!value.startedOn) return [];
    const start = { date: value.startedOn, precision: "month" } as const;
    const end = value.endedOn ? ({ date: value.endedOn, precision: "month" } as const) : null;
    return [
      { value, period: { start, end, at: 0, length: 0 }, line: first, first, end: lines.length },
    ];
  });
  return findFamilies(lines, work, today).map(({ value, line, jobs }) => ({
    kind: "family",
    key: `family-${value.familyId}`,
    value,
    source: {
      text: (lines[line]?.text ?? "").slice(0, MAX_SOURCE),
      place: jobs.map((at) => work[at]?.value.employer ?? "").join(", ") || "skills",
    },
  }));
}
