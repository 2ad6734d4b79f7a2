/** What a template may leave open, by the words between its braces. */
export const TEMPLATE_FIELDS = [
  "applicant first name",
  "job title",
  "employer",
  "reply-by date",
  "sender",
] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** What stands in for each field; null where this application has nothing to put there. */
export type TemplateFacts = Record<TemplateField, string | null>;

export interface FilledTemplate {
  text: string;
  /** Fields this application has nothing for; they stand in the text as they were. */
  missing: TemplateField[];
}

const FIELD = /\{([^{}\n]{1,60})\}/g;

const asWritten = (inner: string): string => inner.trim().replace(/\s+/g, " ").toLowerCase();

const isField = (name: string): name is TemplateField =>
  (TEMPLATE_FIELDS as readonly string[]).includes(name);

/** What stands between braces and is no field, each as written: a slip that would reach the applicant. */
export function unknownFields(template: string): string[] {
  const found = [...template.matchAll(FIELD)].map(([whole, inner = ""]) => ({ whole, inner }));
  return [
    ...new Set(found.filter(({ inner }) => !isField(asWritten(inner))).map(({ whole }) => whole)),
  ];
}

/** The template in this application's words. What is put in is never read for fields again. */
export function fillTemplate(template: string, facts: TemplateFacts): FilledTemplate {
  const missing = new Set<TemplateField>();
  const text = template.replace(FIELD, (whole, inner: string) => {
    const field = asWritten(inner);
    if (!isField(field)) return whole;
    const fact = facts[field];
    if (fact === null) missing.add(field);
    return fact ?? whole;
  });
  return { text, missing: [...missing] };
}

const TITLES = /^(dr|mr|mrs|ms|mx|prof)\.?$/i;

/** "Dana" of "Dana Coder" and of "Dr. Dana Coder"; a single name is itself. */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLES.test(word)) ?? name.trim();
}
