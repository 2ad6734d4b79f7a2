import { randomUUID } from "node:crypto";
import { canWriteMessages } from "#app/domain/message-thread.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { notFound } from "#app/web/handled.server.ts";

import { listChosenParties } from "#db/queries/message-parties.ts";
import { findJobOf } from "#db/queries/pipeline-job.ts";
import { BULK_MAX } from "./message.form.ts";
import { UNNAMED } from "./message-words.ts";
import { readTemplateChoices, type TemplateChoice } from "./read-templates.server.ts";

export interface BulkPage {
  job: { id: string; title: string };
  /** Those of the asked applications that belong to this job and can be written to. */
  chosen: { applicationId: string; name: string }[];
  templates: TemplateChoice[];
  /** The list they were chosen on. */
  back: string;
  idempotencyKey: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A message to several applicants of one job, before it is sent. Throws the 404 of another employer's job. */
export async function readBulkPage(
  { db }: Pick<Deps, "db">,
  {
    viewer,
    jobId,
    asked,
    listQuery,
  }: {
    viewer: Viewer & { membership: Membership };
    jobId: string;
    asked: readonly string[];
    listQuery: string;
  },
): Promise<BulkPage> {
  const { employerId } = viewer.membership;
  const job = await findJobOf(db, { jobId, employerId });
  if (!job) throw notFound();
  const ids = [...new Set(asked.filter((id) => UUID.test(id)))].slice(0, BULK_MAX);
  const parties = await listChosenParties(db, { jobId, applicationIds: ids });
  const query = listQuery.replace(/^\?/, "");
  return {
    job,
    chosen: parties
      .filter(({ stage }) => canWriteMessages(stage))
      .map(({ applicationId, sentName }) => ({
        applicationId,
        name: sentName ?? UNNAMED,
      })),
    templates: await readTemplateChoices(db, employerId),
    back: `/employer/jobs/${jobId}/applications${query ? `?${query}` : ""}`,
    idempotencyKey: randomUUID(),
  };
}
