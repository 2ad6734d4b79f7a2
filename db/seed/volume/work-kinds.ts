import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { Random } from "./random.ts";

type Weighted = readonly (readonly [string, number])[];

/** What a job of a specialty is usually like: where it is done, by whom, and which families it codes. */
export interface WorkKind {
  specialty: string;
  settings: Weighted;
  roles: Weighted;
  families: readonly string[];
}

const CLINICAL_SETTINGS: Weighted = [
  ["professional-fee", 64],
  ["outpatient-facility", 15],
  ["single-path", 8],
  ["asc", 6],
  ["vendor-services", 7],
];

const CODING_ROLES: Weighted = [
  ["coder", 70],
  ["coder-biller", 6],
  ["auditor", 7],
  ["coding-lead", 5],
  ["coding-supervisor", 3],
  ["coding-manager", 2],
  ["educator", 2],
  ["data-analyst", 2],
  ["coding-apprentice", 3],
];

const SETTINGS: Record<string, Weighted> = {
  "inpatient-facility-drg": [
    ["inpatient-facility", 9],
    ["vendor-services", 1],
  ],
  "outpatient-facility": [
    ["outpatient-facility", 8],
    ["ancillary-facility", 2],
  ],
  "emergency-medicine": [
    ["emergency-facility", 3],
    ["emergency-profee", 4],
    ["single-path", 3],
  ],
  "diagnostic-radiology": [
    ["imaging-center", 4],
    ["professional-fee", 4],
    ["ancillary-facility", 2],
  ],
  "behavioral-health": [
    ["behavioral-facility", 4],
    ["professional-fee", 6],
  ],
  "home-health-hospice": [
    ["home-health", 7],
    ["hospice", 3],
  ],
  "snf-ltc": [
    ["snf", 7],
    ["irf-ltach", 3],
  ],
  "risk-adjustment-hcc": [
    ["risk-adjustment", 6],
    ["payer", 2],
    ["vendor-services", 2],
  ],
  "pathology-lab": [
    ["independent-lab", 6],
    ["professional-fee", 4],
  ],
  "molecular-genetics": [["independent-lab", 1]],
  asc: [["asc", 1]],
  "dme-orthotics-prosthetics": [["dme-supplier", 1]],
  "ambulance-ems": [["ems", 1]],
  "fqhc-rhc": [["fqhc-rhc", 1]],
  "dental-oral-surgery": [["dental", 1]],
  cdi: [["cdi", 1]],
  "denials-appeals": [["denials", 1]],
  "charge-capture-revenue-integrity": [["revenue-integrity", 1]],
  "payer-payment-integrity": [["payer", 1]],
  "education-training": [["education", 1]],
};

const ROLES: Record<string, Weighted> = {
  "risk-adjustment-hcc": [
    ["risk-adjustment-coder", 8],
    ["auditor", 2],
  ],
  "home-health-hospice": [
    ["oasis-coder", 8],
    ["auditor", 2],
  ],
  "auditing-compliance": [
    ["auditor", 8],
    ["compliance-officer", 2],
  ],
  "payer-payment-integrity": [
    ["auditor", 6],
    ["data-analyst", 4],
  ],
  "education-training": [
    ["educator", 7],
    ["instructor", 3],
  ],
  cdi: [["cdi-specialist", 1]],
  "denials-appeals": [["denials-specialist", 1]],
  "charge-capture-revenue-integrity": [["revenue-integrity-analyst", 1]],
  "quality-measures": [["hedis-abstractor", 1]],
  "medical-billing": [["biller", 1]],
};

/** Specialties that are functions, not body systems, code what the specialty named here codes. */
const FAMILIES_OF: Record<string, string> = {
  "fqhc-rhc": "primary-care-em",
  "auditing-compliance": "primary-care-em",
  "education-training": "primary-care-em",
  "medical-billing": "primary-care-em",
  "denials-appeals": "inpatient-facility-drg",
  "payer-payment-integrity": "inpatient-facility-drg",
  "charge-capture-revenue-integrity": "outpatient-facility",
  asc: "orthopaedics",
  "snf-ltc": "home-health-hospice",
  "ambulance-ems": "emergency-medicine",
};

const IN_DEMAND = new Set([
  "primary-care-em",
  "inpatient-facility-drg",
  "outpatient-facility",
  "risk-adjustment-hcc",
  "emergency-medicine",
  "orthopaedics",
  "cardiology",
  "diagnostic-radiology",
]);

const familiesOf = (specialty: string): string[] =>
  CODE_FAMILIES.filter(
    ({ level, status, specialties }) =>
      level !== "system" &&
      status === "active" &&
      specialties.includes(FAMILIES_OF[specialty] ?? specialty),
  ).map(({ id }) => id);

const KINDS = SPECIALTIES.map(({ slug }): readonly [WorkKind, number] => {
  const families = familiesOf(slug);
  const kind = {
    specialty: slug,
    settings: SETTINGS[slug] ?? CLINICAL_SETTINGS,
    roles: ROLES[slug] ?? CODING_ROLES,
    families,
  };
  return [kind, (3 + Math.sqrt(families.length)) * (IN_DEMAND.has(slug) ? 3 : 1)];
});

export const drawWorkKind = (random: Random): WorkKind => random.weigh(KINDS);
