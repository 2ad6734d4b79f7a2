import { z } from "zod";
import { integer } from "#app/web/form-fields.ts";

/** Closing a job: why, and the version that was seen. */
export const closeForm = z.object({
  reason: z.enum(["filled", "withdrawn"], "Say why it is closing: applicants are told."),
  version: integer(1, 2_147_483_647),
});
