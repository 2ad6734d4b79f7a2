import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { ImportUpload } from "#app/features/jobs/import/import-upload.tsx";
import { startImport } from "#app/features/jobs/import/start-import.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { listImports } from "#db/queries/job-imports.ts";

const MB = 1024 * 1024;
const LISTED = 10;

export const meta: MetaFunction = () => [{ title: "Import jobs · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const earlier = await listImports(context.deps.db, membership.employerId, LISTED);
  return {
    idempotencyKey: randomUUID(),
    earlier: earlier.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const limits = { maxFiles: 1, maxFileSize: 30 * MB, maxTotalSize: 31 * MB };
  const form = await readForm(request, limits);
  const file = form.get("jobs");
  if (file === null || typeof file === "string" || file.name === "" || file.size === 0) {
    const sentence =
      file instanceof File && file.name !== "" ? "This file is empty." : "Choose a file first.";
    return data({ form: { values: {}, errors: { jobs: [sentence] } } }, { status: 422 });
  }
  const importId = await startImport(context.deps, {
    member: { userId, employerId: membership.employerId },
    filename: file.name,
    bytes: await file.bytes(),
    idempotencyKey: uuidParam(String(form.get("idempotencyKey") ?? "")),
  });
  return redirect(`/employer/jobs/import/${importId}`, 303);
});

export default function ImportJobs() {
  const { idempotencyKey, earlier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/employer/jobs", label: "Your jobs" }}
        lede="From a spreadsheet or your applicant tracking system. We read the file first and show what each row would become; nothing is made before you say so, and nothing is public before you publish it."
        title="Import jobs"
      />
      <ImportUpload form={answer?.form} idempotencyKey={idempotencyKey} />
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier-imports" className="stack stack--tight">
          <h2 id="earlier-imports">Earlier imports</h2>
          <ul className="earlier-imports">
            {earlier.map((one) => (
              <li key={one.id}>
                <Link to={`/employer/jobs/import/${one.id}`}>{one.filename}</Link>{" "}
                <span className="soft small">
                  <When at={one.createdAt} kind="datetime" />, {WORDS[one.status]}
                </span>
              </li>
            ))}
          </ul>
          <p className="soft small">Files and their reports are kept for 30 days.</p>
        </section>
      ) : null}
    </div>
  );
}

const WORDS = {
  reading: "being read",
  read: "waiting for you",
  importing: "being imported",
  imported: "imported",
  failed: "could not be read",
} as const;
