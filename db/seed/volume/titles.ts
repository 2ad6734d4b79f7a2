import { labelOf, ROLES, SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { Random } from "./random.ts";

/** The short name a title uses: "Home health and hospice" → "Home Health and Hospice", without what is in brackets. */
const titleName = (specialty: string): string =>
  labelOf(SPECIALTIES, specialty)
    .replace(/ \(.*\)| \/.*|,.*/g, "")
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/\b(And|Of|The)\b/g, (word) => word.toLowerCase());

const SETTING_TAGS: Record<string, string> = {
  "professional-fee": "Pro-Fee",
  "outpatient-facility": "Outpatient",
  "inpatient-facility": "Inpatient",
  "emergency-facility": "ED Facility",
  "emergency-profee": "ED Pro-Fee",
  "single-path": "Single Path",
  asc: "ASC",
  "vendor-services": "Multi-Client",
};

const PREFIX: Record<string, string> = { senior: "Senior ", expert: "Lead " };
const GRADE: Record<string, string> = { entry: " I", mid: " II", senior: " III" };

/** A title as the trade writes it: the same desk has many names. */
export function drawTitle(
  random: Random,
  job: { specialty: string; role: string; setting: string; level: string },
): string {
  const name = titleName(job.specialty);
  const tag = SETTING_TAGS[job.setting];
  const tail = tag && random.chance(0.35) ? ` (${tag})` : "";
  if (job.role !== "coder") return `${drawRoleName(random, job)}${tail}`;
  const prefix = PREFIX[job.level] ?? "";
  const grade = GRADE[job.level] ?? "";
  return random.weigh([
    [`${prefix}${name} Coder${tail}`, 5],
    [`${name} Coder${grade}${tail}`, 3],
    [`${prefix}Medical Coder, ${name}${tail}`, 3],
    [`${name} Coding Specialist${grade}${tail}`, 2],
    [`${prefix}Certified Coder, ${name}`, 1],
  ]);
}

function drawRoleName(
  random: Random,
  { role, specialty, level }: { role: string; specialty: string; level: string },
): string {
  const label = ROLE_NAMES[role] ?? titleCase(labelOf(ROLES, role));
  const prefix = LEADING.test(role) || random.chance(0.5) ? "" : (PREFIX[level] ?? "");
  const name = titleName(specialty);
  // A role that is a specialty of its own does not say it twice: no "Denials Specialist, Denials and Appeals".
  const said = label.split(" ")[0] === name.split(" ")[0] || name.startsWith("Medical Billing");
  return said ? `${prefix}${label}` : `${prefix}${label}, ${name}`;
}

const ROLE_NAMES: Record<string, string> = {
  "data-analyst": "Coding Data Analyst",
  "coding-apprentice": "Coding Apprentice",
  "oasis-coder": "Home Health Coder",
};

const LEADING = /lead|supervisor|manager|director|officer|apprentice/;

const titleCase = (text: string): string =>
  text.replace(/(^|[\s-])[a-z]/g, (start) => start.toUpperCase());
