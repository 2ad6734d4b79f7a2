import credentialData from "./reference/credentials.json" with { type: "json" };
import specialtyData from "./reference/specialties.json" with { type: "json" };
import vocabularyData from "./reference/vocabulary.json" with { type: "json" };

/** One entry of a closed list: the slug is stored, the label is shown, the aliases are searched. */
export interface Term {
  slug: string;
  label: string;
  aliases: readonly string[];
}

interface RawTerm {
  slug: string;
  label: string;
  aliases?: string[];
}

const terms = (raw: readonly RawTerm[]): readonly Term[] =>
  raw.map(({ slug, label, aliases }) => ({ slug, label, aliases: aliases ?? [] }));

export const SPECIALTIES = terms(specialtyData);
export const SETTINGS = terms(vocabularyData.settings);
export const ROLES = terms(vocabularyData.roles);
export const EMPLOYER_KINDS = terms(vocabularyData.employer_types);
export const EMPLOYMENT_TYPES = terms(vocabularyData.employment_types);
export const WORK_MODES = terms(vocabularyData.work_modes);
export const STATE_RULES = terms(vocabularyData.remote_restrictions);
export const PAY_TYPES = terms(vocabularyData.pay_types);
export const PRODUCTION_UNITS = terms(vocabularyData.productivity_units);
export const ACCURACY_METRICS = terms(vocabularyData.quality_metrics);
export const EXPERIENCE_LEVELS = terms(vocabularyData.experience_levels);
export const EDUCATION_LEVELS = terms(vocabularyData.education_levels);
export const SCHEDULES = terms(vocabularyData.schedules);
export const SOFTWARE = terms(Object.values(vocabularyData.software).flat());
export const US_STATES: readonly string[] = vocabularyData.us_states;

export interface Credential {
  code: string;
  name: string;
  issuer: string;
  level: string;
  status: string;
  /** Slugs of the specialties it is asked for in. */
  specialties: readonly string[];
}
export const CREDENTIALS: readonly Credential[] = credentialData.map(
  ({ code, name, issuer, level, status, covers_specialties: specialties }) => ({
    code,
    name,
    issuer,
    level,
    status,
    specialties,
  }),
);

const labelsOf = (list: readonly Term[]) => new Map(list.map(({ slug, label }) => [slug, label]));
const labels = new Map<readonly Term[], Map<string, string>>();

/** The label of a slug in a closed list; the slug itself when the list no longer holds it. */
export function labelOf(list: readonly Term[], slug: string): string {
  let known = labels.get(list);
  if (!known) {
    known = labelsOf(list);
    labels.set(list, known);
  }
  return known.get(slug) ?? slug;
}
