import { dateWords } from "#app/components/when-words.ts";
import {
  type FilledTemplate,
  fillTemplate,
  firstNameOf,
  type TemplateFacts,
  type TemplateField,
} from "#app/domain/message-template.ts";

/** An applicant who withdrew, or whose application is blanked, is not named any more. */
export const UNNAMED = "The applicant";

/** To both sides. */
export const EMPLOYER_SUSPENDED =
  "The board has suspended this employer, so nobody can write here until that is lifted. What was written stays here.";

interface About {
  /** As on the application; "" when nothing is known. */
  applicantName: string;
  jobTitle: string;
  employerName: string;
  replyBy: Date | null;
}

const factsOf = (about: About, sender: string): TemplateFacts => ({
  "applicant first name": firstNameOf(about.applicantName) || null,
  "job title": about.jobTitle,
  employer: about.employerName,
  "reply-by date": about.replyBy ? dateWords(about.replyBy.toISOString()) : null,
  sender,
});

/** A template in the words of one application; `sender` is the member's name. */
export const fillFor = (template: string, about: About, sender: string): FilledTemplate =>
  fillTemplate(template, factsOf(about, sender));

const WHY_MISSING: Record<TemplateField, string> = {
  "applicant first name": "The applicant’s name is not known.",
  "job title": "The job has no title.",
  employer: "The employer has no name.",
  "reply-by date":
    "This job named no day to answer by, so {reply-by date} has nothing to say. Take it out.",
  sender: "Your account has no name.",
};

export const whyMissing = (missing: readonly TemplateField[]): string =>
  missing.map((field) => WHY_MISSING[field]).join(" ");
