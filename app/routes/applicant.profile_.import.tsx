import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { ImportForm } from "#app/features/applicants/json-resume/import-form.tsx";
import { importJsonResume } from "#app/features/applicants/json-resume/import-json-resume.server.ts";
import { ProposalReview } from "#app/features/applicants/proposals/proposal-review.tsx";
import { UnsavedNotice } from "#app/features/applicants/proposals/unsaved-notice.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { findKeptJsonResume } from "#db/queries/kept-json-resumes.ts";
import { readProfile } from "#db/queries/profiles.ts";

const KB = 1024;

export const meta: MetaFunction = () => [{ title: "Import a JSON Resume · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const [{ draft }, kept] = await Promise.all([
    readProfile(context.deps.db, userId),
    findKeptJsonResume(context.deps.db, userId),
  ]);
  return { isDraft: draft !== null, importedAt: kept?.importedAt.toISOString() ?? null };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const form = await readForm(request, {
    maxFiles: 1,
    maxFileSize: 600 * KB,
    maxTotalSize: 640 * KB,
  });
  const answer = await importJsonResume(context.deps, { viewer, form });
  if (answer.outcome === "imported") return redirect("/applicant/profile?saved", 303);
  return data(answer, { status: answer.status });
});

export default function ImportProfile() {
  const { isDraft, importedAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer?.outcome === "preview" ? answer : null;
  return (
    <div className={preview ? "page" : "page page--reading"}>
      <PageHeader
        back={{ to: "/applicant/profile", label: "Your profile" }}
        lede="A JSON Resume is a resume in a form that programs read. Nothing goes into your profile before you have seen and ticked it."
        title="Import a JSON Resume"
      />
      {isDraft ? <UnsavedNotice /> : null}
      {importedAt && !preview ? (
        <Notice tone="info">
          You imported one <When at={importedAt} kind="relative" />. A new one takes its place; your
          profile stays as it is.
        </Notice>
      ) : null}
      {preview ? (
        <>
          {preview.preview.keptSections.length > 0 ? (
            <Notice title="Kept for your exports" tone="info">
              Your profile has no place for {preview.preview.keptSections.join(", ")}. We keep them
              and give them back when you export.
            </Notice>
          ) : null}
          <ProposalReview
            alwaysSaves
            form={preview.form}
            items={preview.preview.items}
            key={String(preview.tickAll)}
            tickAll={preview.tickAll}
            version={preview.preview.version}
          >
            <input name="document" type="hidden" value={preview.preview.document} />
          </ProposalReview>
        </>
      ) : (
        <ImportForm form={answer?.form ?? undefined} />
      )}
    </div>
  );
}
