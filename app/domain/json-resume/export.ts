import type { CredentialClaim } from "../credential-edit.ts";
import { isSameJob, isSameSchool } from "../profile-proposals/standing.ts";
import type { EducationEntry, ProfileSnapshot, WorkEntry } from "../profile-snapshot.ts";
import { CREDENTIALS, EDUCATION_LEVELS, labelOf } from "../vocabulary.ts";
import { isObject, type JsonObject, listOf, objectOf } from "./json-values.ts";
import { ownFacts, ownSkills } from "./own-facts.ts";
import { isOwnSkill, softwareInSkills } from "./propose.ts";
import {
  EXPIRY_FIELDS,
  NUMBER_FIELDS,
  OWN,
  readBasics,
  readCertificate,
  readEducation,
  readWork,
} from "./read-entries.ts";

/** A document imported before, with the account's name and address as they were then. */
export interface KeptDocument {
  document: JsonObject;
  accountName: string;
  accountEmail: string;
}

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json";

/**
 * A profile as a JSON Resume 1.2.1. What was imported before and still says what the profile says comes back letter
 * for letter, with every section and field the profile has no place for; what was changed or taken out of the
 * profile is changed or gone here too. `now` is ISO 8601.
 */
export function exportJsonResume(
  profile: ProfileSnapshot,
  kept: KeptDocument | null,
  now: string,
): JsonObject {
  const before = kept?.document ?? {
    $schema: SCHEMA,
    meta: { version: "v1.2.1", lastModified: now },
  };
  const keptSkills = listOf(before.skills).filter((skill) => !isOwnSkill(objectOf(skill)));
  const named = softwareInSkills(keptSkills.map(objectOf));
  const sections: JsonObject = {
    basics: basicsOf(profile, kept),
    work: merged(before.work, profile.work, readWork, isSameJob, writeWork),
    education: merged(
      before.education,
      profile.education,
      readEducation,
      isSameSchool,
      writeEducation,
    ),
    certificates: merged<CredentialClaim>(
      before.certificates,
      profile.credentials,
      readCertificate,
      isSameCode,
      writeCertificate,
    ),
    skills: [...keptSkills, ...ownSkills(profile, named)],
    [OWN]: ownFacts(profile) ?? undefined,
  };
  const document: JsonObject = { ...before };
  for (const [name, value] of Object.entries(sections)) {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) document[name] = value;
    // An empty list, or something that was no list, stays as it came while there is nothing to say in its place.
    else if (name === OWN || listOf(before[name]).length > 0) delete document[name];
  }
  return document;
}

/** Kept entries in their order, overlaid with the profile's; those gone from the profile left out; new ones at the end. */
function merged<Entry>(
  kept: unknown,
  entries: readonly Entry[],
  read: (item: unknown) => NoInfer<Entry> | null,
  isSame: (a: Entry, b: Entry) => boolean,
  write: (entry: Entry, before: Entry | null, item: JsonObject) => JsonObject,
): unknown[] {
  const left = [...entries];
  const known = listOf(kept).flatMap((item) => {
    const before = read(item);
    if (!before || !isObject(item)) return [item];
    const at = left.findIndex((entry) => isSame(entry, before));
    const [entry] = at === -1 ? [] : left.splice(at, 1);
    return entry === undefined ? [] : [write(entry, before, { ...item })];
  });
  return [...known, ...left.map((entry) => write(entry, null, {}))];
}

const isSameCode = (a: CredentialClaim, b: CredentialClaim): boolean => a.code === b.code;

function put(item: JsonObject, field: string, value: string | null): void {
  if (value === null || value === "") delete item[field];
  else item[field] = value;
}

function writeWork(entry: WorkEntry, before: WorkEntry | null, item: JsonObject): JsonObject {
  if (before?.employer !== entry.employer) put(item, "name", entry.employer);
  if (before?.title !== entry.title) put(item, "position", entry.title);
  if (before?.startedOn !== entry.startedOn) put(item, "startDate", month(entry.startedOn));
  if (before?.endedOn !== entry.endedOn) put(item, "endDate", month(entry.endedOn));
  if (before?.summary !== entry.summary) {
    put(item, "summary", entry.summary);
    delete item.highlights;
  }
  if ((before?.setting ?? null) !== entry.setting) {
    item[OWN] = { ...objectOf(item[OWN]), setting: entry.setting };
  }
  return item;
}

function writeEducation(
  entry: EducationEntry,
  before: EducationEntry | null,
  item: JsonObject,
): JsonObject {
  const { institution, study, level, finishedYear } = entry;
  if (before?.institution !== institution) put(item, "institution", institution);
  if (before?.study !== study) put(item, "area", study);
  if (before?.level !== level) put(item, "studyType", level && labelOf(EDUCATION_LEVELS, level));
  if (before?.finishedYear !== finishedYear)
    put(item, "endDate", finishedYear === null ? null : String(finishedYear));
  return item;
}

function writeCertificate(
  entry: CredentialClaim,
  before: CredentialClaim | null,
  item: JsonObject,
): JsonObject {
  const { code, issuer, number, earnedOn, expiresOn } = entry;
  const name = CREDENTIALS.find((one) => one.code === code)?.name;
  if (before === null) put(item, "name", name ? `${name} (${code})` : code);
  if (before?.issuer !== issuer) put(item, "issuer", issuer);
  if (before?.earnedOn !== earnedOn) put(item, "date", month(earnedOn));
  if (before?.number !== number) {
    for (const field of NUMBER_FIELDS) delete item[field];
    put(item, "id", number);
  }
  if (before?.expiresOn !== expiresOn) {
    for (const field of EXPIRY_FIELDS) delete item[field];
    put(item, "expiryDate", expiresOn);
  }
  return item;
}

const month = (day: string | null): string | null => day?.slice(0, 7) ?? null;

function basicsOf(profile: ProfileSnapshot, kept: KeptDocument | null): JsonObject {
  const document = kept?.document ?? {};
  const before = readBasics(document);
  const basics: JsonObject = { ...objectOf(document.basics) };
  const { name, email } = profile;
  // The document's own name and address stand until the account's change.
  if (typeof basics.name !== "string" || kept?.accountName !== name) basics.name = name;
  if (typeof basics.email !== "string" || kept?.accountEmail !== email) basics.email = email;
  if (before.headline !== profile.headline) put(basics, "label", profile.headline);
  if (before.about !== profile.about) put(basics, "summary", profile.about);
  const location: JsonObject = { ...objectOf(basics.location) };
  if (before.city !== profile.city) put(location, "city", profile.city);
  if (before.state !== profile.state) {
    put(location, "region", profile.state);
    if (profile.state) location.countryCode = "US";
  }
  if (Object.keys(location).length > 0) basics.location = location;
  return basics;
}
