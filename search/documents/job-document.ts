import { credentialsInRule } from "#app/domain/credential-rule.ts";
import type { Point } from "#app/domain/job-query.ts";
import { type Facet, NOT_STATED } from "#app/domain/job-search.ts";
import { findFamily, lineage } from "#app/domain/taxonomy/code-families.ts";
import { namesOfSpecialty } from "#app/domain/taxonomy/synonyms.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  labelOf,
  ROLES,
  SCHEDULES,
  SETTINGS,
  SOFTWARE,
  type Term,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import type { SearchableJob } from "#db/queries/searchable-jobs.ts";

/**
 * A job as the engine holds it. Flat on purpose: nested arrays flatten in the engine and then match across elements,
 * so a requirement is ids and tokens, never `{lo, hi}`.
 */
export interface JobDocument extends Record<Facet, string[]> {
  id: string;
  /** What the document was built from; equal stamps mean nothing to do. */
  stamp: string;
  title: string;
  codes: string[];
  specialties: string[];
  families: string[];
  terms: string[];
  employer: string;
  employerId: string;
  employerKind: string;
  place: string[];
  aliases: string[];
  description: string;
  /** The families a job requires itself; `family` also holds everything above them. */
  requires: string[];
  apprentice: boolean;
  /** USD an hour; null where pay has no hourly meaning. */
  hourlyMax: number | null;
  /** Seconds since 1970, to the millisecond: jobs imported together have an order too. */
  publishedAt: number;
  /** Seconds since 1970. */
  expiresAt: number;
  /** Where the work is, as `pointKey` writes it; null where the job states no place. */
  point: string | null;
}

/** Part of every stamp: raise it when the builder changes, and the next reconciliation rebuilds every document. */
const BUILDER = 5;

export const stampOf = ({
  version,
  employerVersion,
}: Pick<SearchableJob, "version" | "employerVersion">) =>
  `${BUILDER}.${version}.${employerVersion}`;

/** A place as one value of a filter. */
export const pointKey = ({ latitude, longitude }: Point): string => `${latitude},${longitude}`;

const DESCRIPTION_LENGTH = 20_000;

/** Builds the document of a published job. Pure: the same row gives the same document. */
export function jobDocument(job: SearchableJob): JobDocument {
  const specialties = [...new Set([job.specialty, ...job.otherSpecialties])];
  const families = job.requires.flatMap((id) => findFamily(id) ?? []);
  const credentials = credentialsInRule(job.credentialRule);
  return {
    id: job.id,
    stamp: stampOf(job),
    title: job.title,
    codes: families.flatMap(({ start, end }) => [start, end]),
    specialties: specialties.map((slug) => namesOfSpecialty(slug)[0] ?? slug),
    families: families.map(({ label }) => label),
    terms: [
      ...(job.role ? [labelOf(ROLES, job.role)] : []),
      ...job.settings.map((slug) => labelOf(SETTINGS, slug)),
      ...credentials,
      ...job.preferredCredentials,
      labelOf(WORK_MODES, job.workMode),
      labelOf(EMPLOYMENT_TYPES, job.employmentType),
      ...(job.schedule ? [labelOf(SCHEDULES, job.schedule)] : []),
      ...job.software.map((slug) => labelOf(SOFTWARE, slug)),
    ],
    employer: job.employerName,
    employerId: job.employerId,
    employerKind: job.employerKind,
    place: placeWords(job),
    aliases: [
      ...specialties.flatMap((slug) => namesOfSpecialty(slug).slice(1)),
      ...(job.role ? aliasesOf(ROLES, job.role) : []),
      ...job.settings.flatMap((slug) => aliasesOf(SETTINGS, slug)),
      ...aliasesOf(WORK_MODES, job.workMode),
      ...aliasesOf(EMPLOYMENT_TYPES, job.employmentType),
      ...job.software.flatMap((slug) => aliasesOf(SOFTWARE, slug)),
    ],
    description: job.description.slice(0, DESCRIPTION_LENGTH).toWellFormed(),
    family: stated([...new Set(job.requires.flatMap(lineage))]),
    specialty: specialties,
    credential: stated(credentials),
    setting: stated(job.settings),
    mode: [job.workMode],
    type: [job.employmentType],
    state: stated(job.eligibleStates),
    experience: stated(job.experienceLevel ? [job.experienceLevel] : []),
    software: stated(job.software),
    requires: job.requires,
    apprentice: job.acceptsApprentices,
    hourlyMax: job.hourlyMax,
    publishedAt: job.firstPublishedAt.getTime() / 1_000,
    expiresAt: seconds(job.expiresAt),
    point:
      job.latitude === null || job.longitude === null
        ? null
        : pointKey({ latitude: job.latitude, longitude: job.longitude }),
  };
}

const stated = (values: string[]): string[] => (values.length > 0 ? values : [NOT_STATED]);

const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

const aliasesOf = (terms: readonly Term[], slug: string): readonly string[] =>
  terms.find((term) => term.slug === slug)?.aliases ?? [];

const placeWords = ({ city, state, zip }: SearchableJob): string[] =>
  [city, state, state && (STATE_NAMES[state] ?? null), zip].filter((word) => word !== null);
