import { z } from "zod";
import { integer, text } from "#app/web/form-fields.ts";

const version = integer(1, 2_147_483_647);

/** A reason in the admin's words: the person it concerns reads it. */
const reason = text(1_000, "Give the reason: the people concerned read it.");

/** A decision that needs no reason. */
export const plainDecision = z.object({ version });

/** A decision over a job or an employer, with its reason. */
export const reasonedDecision = z.object({ version, reason });

export const suspension = z.object({ reason });
