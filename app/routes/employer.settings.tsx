import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEmployerAccount, requireMember } from "#app/auth/guards.server.ts";
import { startActingFor } from "#app/auth/sessions.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { isDomainError } from "#app/domain/errors.ts";
import { EmployerForm } from "#app/features/employers/employer-form.tsx";
import { EmployerSheet } from "#app/features/employers/employer-sheet.tsx";
import { readEmployerForm } from "#app/features/employers/read-employer-form.server.ts";
import { createEmployer, editEmployer } from "#app/features/employers/save-employer.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { formValues, refuse } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { findEmployer } from "#db/queries/employers.ts";
import { findEndedMembership } from "#db/queries/team.ts";

const MB = 1024 * 1024;

export const meta: MetaFunction = () => [{ title: "Employer page · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId, membership, memberships } = await requireEmployerAccount({ request, context });
  if (!membership && memberships > 0) throw redirect("/employer/switch");
  const saved = new URL(request.url).searchParams.has("saved");
  if (!membership) {
    const ended = await findEndedMembership(context.deps.db, userId);
    return { employer: null, aboutHtml: "", mayEdit: true, saved, ended };
  }
  const found = await findEmployer(context.deps.db, membership.employerId);
  if (!found) throw notFound();
  const { logoFileId, verifiedAt: _verified, ...page } = found;
  return {
    employer: { ...page, hasLogo: logoFileId !== null },
    aboutHtml: renderMarkdown(found.about),
    mayEdit: membership.role === "owner",
    saved,
    ended: null,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireEmployerAccount({ request, context });
  const { userId, membership } = viewer;
  if (membership || viewer.memberships > 0) await requireMember({ request, context }, ["owner"]);
  const form = await readForm(request, {
    maxFileSize: 11 * MB,
    maxFiles: 1,
    maxTotalSize: 11 * MB,
  });
  if (membership) requireSameEmployer(form, membership);
  if (form.get("intent") === "preview") {
    const preview = renderMarkdown(String(form.get("about") ?? "").slice(0, 8_000));
    return data({ form: { values: formValues(form), errors: {} }, preview });
  }
  const read = await readEmployerForm(form);
  if (!read.ok) return data({ form: read.form, preview: null }, { status: 422 });
  const { input, logo } = read;
  if (!membership) {
    const employerId = await createEmployer(context.deps, { userId, input, logo });
    const setCookie = await startActingFor(context.deps, viewer, employerId);
    return redirect("/employer", { status: 303, headers: { "Set-Cookie": setCookie } });
  }
  try {
    const version = Number(form.get("version"));
    const { employerId } = membership;
    await editEmployer(context.deps, { employerId, version, input, logo });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "changed-meanwhile") throw error;
    return data({ form: refuse(form, "", error.message), preview: null }, { status: 409 });
  }
  return redirect("/employer/settings?saved", 303);
});

export default function EmployerSettings() {
  const { employer, aboutHtml, mayEdit, saved, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--form">
      <PageHeader
        actions={
          employer ? (
            <ButtonLink to={`/employers/${employer.slug}`} variant="secondary">
              See your public page
            </ButtonLink>
          ) : null
        }
        lede={
          employer
            ? "What coders read about you before they apply."
            : "Coders read this before they apply. You can post your first job right after, and change all of it later."
        }
        title={employer ? "Employer page" : "Create your employer page"}
      />
      {saved && !answer ? (
        <Notice tone="success" title="Saved. Your public page shows it now." />
      ) : null}
      {ended ? <EndedMembership {...ended} /> : null}
      {mayEdit ? (
        <EmployerForm
          employer={employer}
          form={answer?.form ?? null}
          key={employer?.version ?? 0}
          preview={answer?.preview ?? null}
        />
      ) : employer ? (
        <EmployerSheet aboutHtml={aboutHtml} employer={employer} />
      ) : null}
    </div>
  );
}

function EndedMembership({ employerName, left }: { employerName: string; left: boolean }) {
  return (
    <Notice
      title={
        left
          ? `You left the team of ${employerName}.`
          : `An owner took you out of the team of ${employerName}.`
      }
      tone="info"
    >
      Its jobs and applications are closed to you. To come back, ask one of its owners for an
      invitation. If you hire for another organization, create its page here.
    </Notice>
  );
}
