import {
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  PAY_TYPES,
  ROLES,
  SCHEDULES,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "../vocabulary.ts";
import type { ImportColumn } from "./columns.ts";
import { type StatedFamily, statedFamilies } from "./stated-families.ts";
import { statedPay } from "./stated-pay.ts";
import { statedPlace, stateOf, statesIn } from "./stated-place.ts";
import { listIn, termReader } from "./terms.ts";

/** A row's cells under our names; what a file does not have is missing. */
export type ImportedCells = Partial<Record<ImportColumn, string>>;

export interface ReadRow {
  /** The job form's fields as if typed: form name → values. */
  values: Record<string, string[]>;
  families: StatedFamily[];
  /** What was written and could not be understood, as sentences. */
  notes: string[];
}

const role = termReader(ROLES);
const specialty = termReader(SPECIALTIES);
const setting = termReader(SETTINGS, {
  physician: "professional-fee",
  hospital: "inpatient-facility",
});
const employment = termReader(EMPLOYMENT_TYPES, {
  fulltime: "full-time",
  parttime: "part-time",
  "per diem": "prn",
  contract: "contract-w2",
  "1099": "contract-1099",
  w2: "contract-w2",
  temporary: "temporary",
  internship: "internship",
});
const mode = termReader(WORK_MODES, {
  "fully remote": "remote",
  "100 remote": "remote",
  yes: "remote",
  true: "remote",
  "hybrid remote": "hybrid",
  no: "onsite",
  false: "onsite",
  "in person": "onsite",
  office: "onsite",
});
const payType = termReader(PAY_TYPES, {
  hour: "hourly",
  "per hour": "hourly",
  year: "salary",
  yearly: "salary",
  annual: "salary",
  annually: "salary",
  day: "daily-rate",
  chart: "per-chart",
});
const experience = termReader(EXPERIENCE_LEVELS, {
  junior: "entry",
  entry: "entry",
  "entry level": "entry",
  "mid level": "mid",
  "senior level": "senior",
});
const schedule = termReader(SCHEDULES);
const software = termReader(SOFTWARE);

const YES = /^(?:y|yes|true|1|x|welcome|accepted)$/i;

/** A row as the job form would have been filled in. Never throws: what cannot be read is said in `notes`. */
export function readRow(cells: ImportedCells): ReadRow {
  const notes: string[] = [];
  const values: Record<string, string[]> = {};
  const cell = (name: ImportColumn): string => (cells[name] ?? "").trim();
  const put = (name: string, ...all: (string | null)[]): void => {
    const kept = all.filter((one): one is string => one !== null && one !== "");
    if (kept.length > 0) values[name] = kept;
  };
  const term = (
    name: ImportColumn,
    label: string,
    read: (text: string) => string | null,
  ): string | null => {
    const typed = cell(name);
    const found = typed === "" ? null : read(typed);
    if (typed !== "" && found === null) notes.push(`${label}: we do not know “${short(typed)}”.`);
    return found;
  };
  const terms = (
    name: ImportColumn,
    label: string,
    read: (text: string) => string | null,
  ): string[] =>
    listIn(cell(name)).flatMap((typed) => {
      const found = read(typed);
      if (found === null) notes.push(`${label}: we do not know “${short(typed)}”.`);
      return found ?? [];
    });

  put("title", cell("title"));
  put("description", cell("description"));
  put("role", term("role", "Role", role));
  put("specialty", term("specialty", "Specialty", specialty));
  put("otherSpecialties", ...terms("otherSpecialties", "Other specialties", specialty));
  put("settings", ...terms("settings", "Settings", setting));
  put("credentialRule", cell("credentials"));
  put("preferredCredentials", cell("preferredCredentials"));
  put("acceptsApprentices", YES.test(cell("apprentices")) ? "on" : null);
  put("experienceLevel", term("experience", "Experience level", experience));
  put("minMonths", cell("minMonths"));
  put("employmentType", term("employment", "Employment", employment));
  put("schedule", term("schedule", "Schedule", schedule));
  put("workMode", term("workMode", "Where the work is done", mode));
  put("software", ...terms("software", "Software", software));
  put("payNote", cell("payNote"));
  put("guaranteedHourly", figure(cell("guaranteedHourly")));
  put("closesOn", calendarDay(cell("closesOn")));
  put("replyByDays", cell("replyByDays"));
  readPlace(cell, put, notes);
  readPay(cell, put, term("payType", "How the job pays", payType), notes);

  const own = cell("families");
  const families = statedFamilies(own || `${cell("title")}\n${cell("description")}`);
  if (own && families.length === 0)
    notes.push(`Code families: nothing we know in “${short(own)}”.`);
  families.forEach(({ familyId, level, minMonths }, index) => {
    put(`requirements.${index}.familyId`, familyId);
    put(`requirements.${index}.level`, level);
    put(`requirements.${index}.minMonths`, String(minMonths));
  });
  return { values, families, notes };
}

type Cell = (name: ImportColumn) => string;
type Put = (name: string, ...all: (string | null)[]) => void;

function readPlace(cell: Cell, put: Put, notes: string[]): void {
  const whole = statedPlace(cell("location"));
  const state = cell("state") ? stateOf(cell("state")) : whole.state;
  if (cell("state") && !state) notes.push(`State: we do not know “${short(cell("state"))}”.`);
  put("city", cell("city") || whole.city);
  put("state", state);
  put("zip", cell("zip") || whole.zip);
  const { rule, listed, unknown } = statesIn(cell("states"));
  put("stateRule", rule);
  put("listedStates", ...listed);
  for (const name of unknown) notes.push(`Eligible states: we do not know “${short(name)}”.`);
}

function readPay(cell: Cell, put: Put, named: string | null, notes: string[]): void {
  const stated = statedPay(cell("pay"));
  if (cell("pay") && !stated) notes.push(`Pay: there is no figure in “${short(cell("pay"))}”.`);
  put(
    "payType",
    named ?? stated?.type ?? (cell("payMin") ? (statedPay(cell("payMin"))?.type ?? null) : null),
  );
  put("payMin", figure(cell("payMin")) || (stated?.min ?? null));
  put("payMax", figure(cell("payMax")) || (stated?.max ?? figure(cell("payMin"))));
}

/** "$28.50" as a form takes it; what is no figure is left for the form to refuse. */
const figure = (typed: string): string =>
  typed.replace(/^\$\s*/, "").replace(/(?<=\d),(?=\d{3})/g, "");

/** "2026-12-31", "12/31/2026" and a date with a time as a form takes a day; anything else is left as it is. */
function calendarDay(typed: string): string {
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(typed) ?? [];
  if (iso) return iso;
  const [, month = "", day = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  if (year) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const written = /[a-z]{3}/i.test(typed) ? new Date(`${typed} UTC`) : new Date(Number.NaN);
  return Number.isNaN(written.getTime()) ? typed : written.toISOString().slice(0, 10);
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
