/** What an imported row can say of a job, under our names. */
export const IMPORT_COLUMNS = [
  "reference",
  "title",
  "description",
  "role",
  "specialty",
  "otherSpecialties",
  "settings",
  "families",
  "credentials",
  "preferredCredentials",
  "apprentices",
  "experience",
  "minMonths",
  "employment",
  "schedule",
  "workMode",
  "location",
  "city",
  "state",
  "zip",
  "states",
  "pay",
  "payType",
  "payMin",
  "payMax",
  "guaranteedHourly",
  "payNote",
  "software",
  "closesOn",
  "replyByDays",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Headings and elements other systems use for the same; Indeed's XML elements among them. */
const ALSO: Record<ImportColumn, string> = {
  reference:
    "referencenumber|reference number|reference no|ref|requisition|requisitionid|requisition id|req id|req number|requisition number|job id|jobid|job number|external id|id",
  title: "job title|position|position title|name",
  description: "job description|summary|details|body",
  role: "job role|job function",
  specialty: "main specialty|speciality|department|category",
  otherSpecialties: "other specialties|additional specialties",
  settings: "setting|facility type|care setting",
  families:
    "code families|code family|required families|required codes|codes|cpt codes|code ranges|code range",
  credentials:
    "required credentials|credential|certification|certifications|required certifications|certification required|certs",
  preferredCredentials:
    "preferred certifications|nice to have credentials|preferred credential|preferred certs",
  apprentices:
    "apprentices welcome|accepts apprentices|apprentice|cpc-a accepted|apprentice welcome",
  experience: "experience level|level|seniority",
  minMonths: "minimum months|min months|months of experience|months",
  employment: "employment type|jobtype|job type|type",
  schedule: "shift|hours",
  workMode: "work mode|remotetype|remote type|workplace|work location type|remote",
  location: "job location",
  city: "town",
  state: "province|region",
  zip: "postalcode|postal code|zip code|zipcode",
  states: "eligible states|remote states|states allowed|hiring states",
  pay: "salary|compensation|pay range|salary range|wage",
  payType: "pay type|pay period|salary period|salary type|rate type",
  payMin: "pay from|min pay|minimum pay|pay min|salary min|minimum salary|min salary",
  payMax: "pay to|max pay|maximum pay|pay max|salary max|maximum salary|max salary",
  guaranteedHourly: "guaranteed hourly|guaranteed hourly pay|hourly guarantee",
  payNote: "pay note|bonus|incentive",
  software: "systems|ehr|encoder|tools",
  closesOn: "closing date|expirationdate|expiration date|expires|close date|last day to apply",
  replyByDays: "reply by days|reply within|reply days",
};

const plain = (heading: string): string =>
  heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, " ")
    .trim();

const BY_HEADING = new Map(
  IMPORT_COLUMNS.flatMap((column) =>
    [plain(column), ...ALSO[column].split("|")].map((heading) => [heading, column] as const),
  ),
);

/** The column of ours that a heading means; null for one we do not use. */
export const columnOf = (heading: string): ImportColumn | null =>
  BY_HEADING.get(plain(heading)) ?? null;
