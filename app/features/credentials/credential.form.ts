import { z } from "zod";
import { VERIFICATION_METHODS, type VerificationMethod } from "#app/domain/credential-lifecycle.ts";
import { checkbox, integer } from "#app/web/form-fields.ts";

const isMethod = (value: string): value is VerificationMethod =>
  Object.hasOwn(VERIFICATION_METHODS, value);

/** A verification: how the board convinced itself, over the credential as it was read. */
export const verification = z.object({
  version: integer(1, 2_147_483_647),
  method: z.string("Say how you checked it.").refine(isMethod, "Say how you checked it."),
});

/** What an apprentice has toward the removal of the -A. */
export const apprenticeProof = z.object({
  letterMonths: z.preprocess((value) => value || "0", integer(0, 600)),
  course: checkbox(),
  practicode: checkbox(),
});
