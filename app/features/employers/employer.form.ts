import { z } from "zod";
import { EMPLOYER_KINDS, type Term, US_STATES } from "#app/domain/vocabulary.ts";
import { checkbox, oneOf, optionalOneOf, optionalText, text } from "#app/web/form-fields.ts";
import { normalizeWebsite } from "./website.ts";

const STATE_TERMS: readonly Term[] = US_STATES.map((code) => ({
  slug: code,
  label: code,
  aliases: [],
}));

export const LOGO_MAX_BYTES = 2 * 1024 * 1024;

/** An employer's public page, as its owner edits it. The logo is a file and read beside it. */
export const employerForm = z.object({
  name: text(160, "Give the name people know you by.").pipe(
    z.string().min(2, "At least two characters."),
  ),
  kind: oneOf(EMPLOYER_KINDS, "Choose what kind of employer you are."),
  website: optionalText(300).transform((typed, issues) => {
    if (typed === "") return null;
    const website = normalizeWebsite(typed);
    if (website) return website;
    issues.addIssue({
      code: "custom",
      message: "Give a web address such as https://hospital.example.com.",
    });
    return z.NEVER;
  }),
  city: optionalText(80),
  state: optionalOneOf(STATE_TERMS),
  about: optionalText(8_000),
  removeLogo: checkbox(),
});

export type EmployerInput = z.output<typeof employerForm>;
