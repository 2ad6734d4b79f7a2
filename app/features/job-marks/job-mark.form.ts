import { z } from "zod";
import { JOB_MARKS } from "#app/domain/job-mark.ts";

export const jobMarkForm = z.object({
  intent: z.enum(JOB_MARKS, "Choose what to do with the job."),
  returnTo: z.string().max(2_000).optional().catch(undefined),
  /** "data" where the page goes on by itself. */
  answer: z.enum(["data", "page"]).optional().catch(undefined),
});
