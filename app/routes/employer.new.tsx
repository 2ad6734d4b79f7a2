import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireEmployerAccount } from "#app/auth/guards.server.ts";
import { startActingFor } from "#app/auth/sessions.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { EmployerForm } from "#app/features/employers/employer-form.tsx";
import { readEmployerForm } from "#app/features/employers/read-employer-form.server.ts";
import { createAnotherEmployer } from "#app/features/employers/save-employer.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { formValues } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

const MB = 1024 * 1024;

export const meta: MetaFunction = () => [{ title: "Another employer page · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { memberships } = await requireEmployerAccount({ request, context });
  if (memberships === 0) throw redirect("/employer/settings");
  return { idempotencyKey: randomUUID() };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireEmployerAccount({ request, context });
  if (viewer.memberships === 0) throw redirect("/employer/settings");
  const limits = { maxFileSize: 11 * MB, maxFiles: 1, maxTotalSize: 11 * MB };
  const form = await readForm(request, limits);
  if (form.get("intent") === "preview") {
    const preview = renderMarkdown(String(form.get("about") ?? "").slice(0, 8_000));
    return data({ form: { values: formValues(form), errors: {} }, preview });
  }
  const read = await readEmployerForm(form);
  if (!read.ok) return data({ form: read.form, preview: null }, { status: 422 });
  const key = uuidParam(String(form.get("idempotencyKey") ?? ""));
  try {
    const { userId } = viewer;
    const { input, logo } = read;
    const employerId = await createAnotherEmployer(context.deps, { userId, input, logo, key });
    const setCookie = await startActingFor(context.deps, viewer, employerId);
    return redirect("/employer", { status: 303, headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    return refusedBy(error, form);
  }
});

// The form stands for one employer as long as it is on the page.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formMethod,
  defaultShouldRevalidate,
}) => !formMethod && defaultShouldRevalidate;

export default function NewEmployer() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--form">
      <PageHeader
        back={{ to: "/employer/members", label: "Team" }}
        lede="For another organization you hire for. It has a page, jobs and a team of its own; you are its owner and can switch between your employers at any time."
        title="Create another employer page"
      />
      <EmployerForm
        employer={null}
        form={answer?.form ?? null}
        idempotencyKey={idempotencyKey}
        preview={answer && "preview" in answer ? answer.preview : null}
      />
    </div>
  );
}
