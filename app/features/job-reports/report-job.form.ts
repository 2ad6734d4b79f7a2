import { z } from "zod";
import { REPORT_REASONS, type ReportReason } from "#app/domain/job-report.ts";
import { optionalText } from "#app/web/form-fields.ts";

const REASONS = Object.keys(REPORT_REASONS) as ReportReason[];

/** What is wrong with a job: a reason of the list, and words where the list does not say it. */
export const reportJobForm = z
  .object({
    reason: z.enum(REASONS, "Choose what is wrong."),
    words: optionalText(2_000),
  })
  .refine(({ reason, words }) => reason !== "other" || words !== "", {
    path: ["words"],
    message: "Say in a sentence what is wrong.",
  });

export type JobReportInput = z.output<typeof reportJobForm>;
