import type { CredentialClaim } from "../credential-edit.ts";
import type { EducationEntry, WorkEntry } from "../profile-snapshot.ts";
import { findCredentials } from "../resume-reading/find-credentials.ts";
import { educationLevelOf } from "../resume-reading/find-education.ts";
import { STATE_NAMES } from "../us-states.ts";
import { CREDENTIALS, SETTINGS } from "../vocabulary.ts";
import {
  isObject,
  type JsonObject,
  lastDayOfDate,
  monthOfDate,
  objectOf,
  textOf,
  textsOf,
} from "./json-values.ts";

// How each entry of a JSON Resume reads in the profile's terms. The export asks the same functions whether an entry
// still says what the profile says, and if so gives it back letter for letter.

/** Where our own facts stand in a document: the schema allows fields of any name. */
export const OWN = "x-careercenter";

export interface Basics {
  headline: string;
  about: string;
  city: string | null;
  state: string | null;
}

export function readBasics(document: JsonObject): Basics {
  const basics = objectOf(document.basics);
  const location = objectOf(basics.location);
  return {
    headline: textOf(basics.label, 120).replaceAll("\n", " "),
    about: textOf(basics.summary, 3_000),
    city: textOf(location.city, 80) || null,
    state: stateOf(location),
  };
}

function stateOf({ region, countryCode }: JsonObject): string | null {
  const country = textOf(countryCode, 3).toUpperCase();
  if (country !== "" && country !== "US" && country !== "USA") return null;
  const name = textOf(region, 60).replace(/^US-/, "");
  const states = Object.entries(STATE_NAMES);
  const found = states.find(
    ([code, label]) => code === name.toUpperCase() || label.toLowerCase() === name.toLowerCase(),
  );
  return found?.[0] ?? null;
}

/** Null for an entry without employer or title: the profile has no place for half a job. */
export function readWork(item: unknown): WorkEntry | null {
  if (!isObject(item)) return null;
  const employer = textOf(item.name ?? item.company, 160).replaceAll("\n", " ");
  const title = textOf(item.position, 120).replaceAll("\n", " ");
  if (!employer || !title) return null;
  const startedOn = monthOfDate(item.startDate);
  const ended = monthOfDate(item.endDate);
  const setting = textOf(objectOf(item[OWN]).setting, 60);
  const summary = [
    textOf(item.summary, 1_500),
    ...textsOf(item.highlights, 500).map((highlight) => `- ${highlight}`),
  ].filter((part) => part !== "");
  return {
    employer,
    title,
    setting: SETTINGS.some(({ slug }) => slug === setting) ? setting : null,
    startedOn,
    endedOn: ended && startedOn && ended < startedOn ? null : ended,
    summary: textOf(summary.join("\n"), 1_500),
  };
}

/** Null for an entry without a school. */
export function readEducation(item: unknown): EducationEntry | null {
  if (!isObject(item)) return null;
  const institution = textOf(item.institution, 160).replaceAll("\n", " ");
  if (!institution) return null;
  const kind = textOf(item.studyType, 160).replaceAll("\n", " ");
  const year = Number(monthOfDate(item.endDate)?.slice(0, 4) ?? 0);
  return {
    institution,
    study: textOf(item.area, 160).replaceAll("\n", " ") || kind,
    level: educationLevelOf(kind),
    finishedYear: year >= 1940 ? year : null,
  };
}

/** The fields other programs keep a certificate's number and expiry in; ours are the first of each. */
export const NUMBER_FIELDS = ["id", "number", "credentialId", "licenseNumber"] as const;
export const EXPIRY_FIELDS = ["expiryDate", "expirationDate", "expires", "endDate"] as const;

/** Null for a certificate the board's reference does not hold. */
export function readCertificate(item: unknown): CredentialClaim | null {
  if (!isObject(item)) return null;
  const name = textOf(item.name, 200).replaceAll("\n", " ");
  const line = { text: name, section: "credentials", isHeading: false, isBullet: false } as const;
  const [found, ...others] = findCredentials([line]);
  if (!found || others.length > 0) return null;
  const { code } = found.value;
  const issuer = CREDENTIALS.find((one) => one.code === code)?.issuer ?? "";
  const first = (fields: readonly string[]) => fields.find((field) => item[field] !== undefined);
  const number = item[first(NUMBER_FIELDS) ?? ""];
  return {
    code,
    issuer: textOf(item.issuer, 80).replaceAll("\n", " ") || issuer,
    number: textOf(typeof number === "number" ? String(number) : number, 40),
    earnedOn: monthOfDate(item.date),
    expiresOn: lastDayOfDate(item[first(EXPIRY_FIELDS) ?? ""]),
  };
}
