import { z } from "zod";
import { optionalText } from "#app/web/form-fields.ts";

export const inviteCoderForm = z.object({
  jobId: z.uuid("Choose a job."),
  message: optionalText(1_000),
});
