export type CodeSystem = "cpt" | "hcpcs" | "icd10cm" | "icd10pcs" | "msdrg" | "cms-hcc" | "apc";

// Apart from the families, so that a page that only names a system does not carry the whole tree.
export const SYSTEM_LABELS: Record<CodeSystem, string> = {
  cpt: "CPT",
  hcpcs: "HCPCS Level II",
  icd10cm: "ICD-10-CM",
  icd10pcs: "ICD-10-PCS",
  msdrg: "MS-DRG",
  "cms-hcc": "CMS-HCC",
  apc: "APC",
};
