import { ancestorsOf, type CodeFamily, childrenOf, rangeOf } from "./code-families.ts";
import { type CodeSystem, SYSTEM_LABELS } from "./code-systems.ts";

/** Who keeps a code system and when it changes, in our words. */
export const SYSTEM_WORDS: Record<CodeSystem, { keeper: string; changes: string; holds: string }> =
  {
    cpt: {
      holds: "procedures and services by physicians and outpatient departments",
      keeper: "American Medical Association, under license",
      changes: "Every January 1; vaccines also mid-year",
    },
    hcpcs: {
      holds: "drugs, supplies, equipment, transport and services that CPT does not number",
      keeper: "Centers for Medicare & Medicaid Services",
      changes: "Every quarter",
    },
    icd10cm: {
      holds: "diagnoses and reasons for care",
      keeper: "CDC National Center for Health Statistics",
      changes: "Every October 1, with a smaller change on April 1",
    },
    icd10pcs: {
      holds: "inpatient procedures",
      keeper: "Centers for Medicare & Medicaid Services",
      changes: "Every October 1, with a smaller change on April 1",
    },
    msdrg: {
      holds: "inpatient stays grouped for payment",
      keeper: "Centers for Medicare & Medicaid Services",
      changes: "Every October 1",
    },
    "cms-hcc": {
      holds: "diagnoses grouped to predict the cost of a member's care",
      keeper: "Centers for Medicare & Medicaid Services",
      changes: "With each payment year",
    },
    apc: {
      holds: "hospital outpatient services grouped for payment",
      keeper: "Centers for Medicare & Medicaid Services",
      changes: "Every quarter",
    },
  };

/** One or two sentences that say what a family, section or system is. */
export function explainFamily(family: CodeFamily): string {
  const system = SYSTEM_LABELS[family.system];
  if (family.level === "system") {
    return `${system} numbers ${SYSTEM_WORDS[family.system].holds}. Its sections are listed below, each with its open jobs.`;
  }
  const [single, plural] = NOUNS[family.system];
  const covers =
    family.start === family.end
      ? `${single} ${family.start}`
      : `${plural} ${family.start} to ${family.end}`;
  const [parent] = ancestorsOf(family.id);
  const within =
    parent && parent.level !== "system" ? `, part of ${parent.label} (${rangeOf(parent)})` : "";
  const parts = childrenOf(family.id).length;
  const holds =
    parts === 0 ? "" : parts === 1 ? " It has one family." : ` It has ${parts} families.`;
  return `${covers} of ${system}${within}. A range may hold numbers not in use.${holds}`;
}

/** What one number of a system is called. */
const NOUNS: Record<CodeSystem, [string, string]> = {
  cpt: ["Code", "Codes"],
  hcpcs: ["Code", "Codes"],
  icd10cm: ["Category", "Categories"],
  icd10pcs: ["Table", "Tables"],
  msdrg: ["Group", "Groups"],
  "cms-hcc": ["Category", "Categories"],
  apc: ["Group", "Groups"],
};
