import { z } from "zod";
import { optionalText } from "#app/web/form-fields.ts";

export const savedJobNoteForm = z.object({
  slug: z.string().min(1).max(300),
  note: optionalText(1_000),
});
