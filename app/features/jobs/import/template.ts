import { IMPORT_COLUMNS, type ImportColumn } from "#app/domain/job-import/columns.ts";

const EXAMPLE: Partial<Record<ImportColumn, string>> = {
  reference: "REQ-1001",
  title: "Interventional cardiology coder",
  description: "Code cath lab and structural heart cases from the operative note.",
  specialty: "Interventional cardiology",
  settings: "Professional fee; Outpatient facility",
  families: "92920-92944, 24 months; 93580-93583 preferred",
  credentials: "CPC or CCS-P",
  employment: "Full-time",
  workMode: "Remote",
  states: "FL; GA; TX",
  pay: "$30 - $39 per hour",
  software: "Epic",
  closesOn: "",
  replyByDays: "10",
};

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file to start from: every heading we read, and one example row. */
export const importTemplate = (): string =>
  [IMPORT_COLUMNS, IMPORT_COLUMNS.map((column) => EXAMPLE[column] ?? "")]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")
    .concat("\r\n");
