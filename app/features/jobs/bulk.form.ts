import { z } from "zod";
import { calendarDate, listOf } from "#app/web/form-fields.ts";
import { closeForm } from "./close.form.ts";

export const BULK_ACTIONS = ["confirm", "extend", "pause", "close"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** "<job id> <version seen>" for each job. */
const seenJobs = listOf(
  z.string().regex(/^[0-9a-f-]{36} \d{1,9}$/, "Go back and tick the jobs again."),
).transform((jobs) =>
  jobs.map((job) => {
    const [jobId = "", version = ""] = job.split(" ");
    return { jobId, version: Number(version) };
  }),
);

/** One thing to do to several jobs, with what it needs. */
export const bulkForm = z.discriminatedUnion("do", [
  z.object({ do: z.literal("confirm"), job: seenJobs }),
  z.object({ do: z.literal("pause"), job: seenJobs }),
  z.object({ do: z.literal("close"), job: seenJobs, reason: closeForm.shape.reason }),
  z.object({
    do: z.literal("extend"),
    job: seenJobs,
    closesOn: calendarDate("Give the last day people can apply."),
  }),
]);
