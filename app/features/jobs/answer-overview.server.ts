import { randomUUID } from "node:crypto";
import { isDomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { changeJobStatus } from "./change-job-status.server.ts";
import { confirmJob } from "./confirm-job.server.ts";
import { duplicateJob } from "./duplicate-job.server.ts";
import type { Member } from "./own-job.server.ts";
import { publishStoredJob } from "./publish-stored-job.server.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Press {
  member: Member;
  jobId: string;
  form: FormData;
}

/** Does what a button of the overview says and answers where to go. */
export async function answerOverview(deps: Deps, press: Press): Promise<string> {
  const home = `/employer/jobs/${press.jobId}`;
  try {
    return await act(deps, press, home);
  } catch (error) {
    if (isDomainError(error) && error.code === "changed-meanwhile") return `${home}?changed`;
    if (isDomainError(error) && error.code === "incomplete") return `${home}/edit`;
    if (isDomainError(error) && error.code === "stands-unanswered") return `${home}?unanswered`;
    throw error;
  }
}

async function act(deps: Deps, { member, jobId, form }: Press, home: string): Promise<string> {
  const sentKey = String(form.get("idempotencyKey") ?? "");
  const idempotencyKey = UUID.test(sentKey) ? sentKey.toLowerCase() : randomUUID();
  const seen = { jobId, version: Number(form.get("version")) };
  switch (form.get("intent")) {
    case "publish":
      return (await publishStoredJob(deps, { member, seen, idempotencyKey })).inReview
        ? `${home}?sent`
        : `${home}?published`;
    case "pause":
      await changeJobStatus(deps, { member, seen, change: { action: "pause" } });
      return `${home}?paused`;
    case "resume":
      await changeJobStatus(deps, { member, seen, change: { action: "resume" } });
      return `${home}?resumed`;
    case "revise":
      await changeJobStatus(deps, { member, seen, change: { action: "revise" } });
      return `${home}?revised`;
    case "unschedule":
      await changeJobStatus(deps, { member, seen, change: { action: "unschedule" } });
      return `${home}?unscheduled`;
    case "confirm":
      await confirmJob(deps, { member, seen });
      return `${home}?confirmed`;
    case "duplicate": {
      const copyId = await duplicateJob(deps, { member, jobId, idempotencyKey });
      return `/employer/jobs/${copyId}/edit`;
    }
    default:
      return home;
  }
}
