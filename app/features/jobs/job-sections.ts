import type { FormErrors } from "#app/components/form-state.ts";
import type { JobInput } from "./job.form.ts";

type FieldName = keyof JobInput;

interface JobSection {
  id: string;
  title: string;
  fields: readonly FieldName[];
}

/** The job form's sections, in the order a recruiter knows the answers. */
export const JOB_SECTIONS: readonly JobSection[] = [
  {
    id: "basics",
    title: "The job",
    fields: ["title", "reference", "role", "specialty", "otherSpecialties", "settings"],
  },
  { id: "families", title: "Code families", fields: ["requirements"] },
  {
    id: "credentials",
    title: "Credentials and level",
    fields: [
      "credentialRule",
      "preferredCredentials",
      "acceptsApprentices",
      "experienceLevel",
      "minMonths",
    ],
  },
  {
    id: "place",
    title: "Hours and place",
    fields: [
      "employmentType",
      "schedule",
      "workMode",
      "city",
      "state",
      "zip",
      "stateRule",
      "listedStates",
    ],
  },
  {
    id: "pay",
    title: "Pay",
    fields: ["payType", "payMin", "payMax", "guaranteedHourly", "payNote"],
  },
  {
    id: "measure",
    title: "Tools and standards",
    fields: ["software", "productionUnit", "productionTarget", "accuracyMetric", "accuracyMin"],
  },
  { id: "description", title: "Description", fields: ["description"] },
  {
    id: "screening",
    title: "Questions and conditions",
    fields: ["questions", "knockOuts", "knockOutEffect"],
  },
  { id: "closing", title: "Closing and replies", fields: ["closesOn", "replyByDays"] },
];

/** What each field is called, for the list of problems at the top. */
export const JOB_LABELS: Record<FieldName, string> = {
  title: "Job title",
  reference: "Your reference",
  role: "Role",
  specialty: "Main specialty",
  otherSpecialties: "Other specialties",
  settings: "Settings",
  requirements: "Code families",
  credentialRule: "Required credentials",
  preferredCredentials: "Nice-to-have credentials",
  acceptsApprentices: "Apprentices",
  experienceLevel: "Experience level",
  minMonths: "Coding experience",
  employmentType: "Employment",
  schedule: "Schedule",
  workMode: "Where the work is done",
  city: "City",
  state: "State",
  zip: "ZIP code",
  stateRule: "Where a coder may live",
  listedStates: "States",
  payType: "How the job pays",
  payMin: "Pay from",
  payMax: "Pay to",
  payNote: "Note on pay",
  guaranteedHourly: "Guaranteed hourly pay",
  software: "Software",
  productionUnit: "Production counted in",
  productionTarget: "Production expected",
  accuracyMetric: "Accuracy counted as",
  accuracyMin: "Accuracy expected",
  description: "Description",
  questions: "Questions",
  knockOuts: "Conditions",
  knockOutEffect: "When a profile does not meet them",
  closesOn: "Last day to apply",
  replyByDays: "Reply within",
};

/** How many fields of each section still need something, by section id. */
export function todoBySection(errors: FormErrors): Record<string, number> {
  const fields = new Set(Object.keys(errors).map((name) => name.split(".")[0] ?? ""));
  return Object.fromEntries(
    JOB_SECTIONS.map((section) => [
      section.id,
      section.fields.filter((name) => fields.has(name)).length,
    ]),
  );
}

/** Labels for every error of a form, rows of code families included. */
export function labelsFor(errors: FormErrors): Record<string, string> {
  return Object.fromEntries(
    Object.keys(errors).map((name) => {
      const field = name.split(".")[0] ?? "";
      return [name, field in JOB_LABELS ? JOB_LABELS[field as FieldName] : ""];
    }),
  );
}
