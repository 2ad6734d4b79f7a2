import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { answerApplyInvitation } from "#app/features/privacy/answer-invitation.server.ts";
import { InvitationList } from "#app/features/privacy/invitation-list.tsx";
import { answerInvitationForm } from "#app/features/privacy/privacy.form.ts";
import { readInvitations } from "#app/features/privacy/read-invitations.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Invitations to apply · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const params = new URL(request.url).searchParams;
  const page = await readInvitations(context.deps, { userId, page: pageParam(params) });
  return { ...page, declined: params.has("declined") };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  const parsed = parseForm(answerInvitationForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    return redirect(await answerApplyInvitation(context.deps, { userId, ...parsed.value }), 303);
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function Invitations() {
  const { lines, page, pageCount, declined } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading stack">
      <PageHeader
        actions={<Link to="/applicant/privacy">Who sees your profile</Link>}
        back={{ to: "/applicant", label: "Your desk" }}
        lede="Accepting shows that employer your name and leads you to the application. Nothing is sent until you send it."
        title="Invitations to apply"
      />
      <FormSummary form={form} />
      {declined ? (
        <Notice title="Declined" tone="success">
          The employer sees “Not this time”, and no reason. You can still accept while the job is
          open.
        </Notice>
      ) : null}
      {lines.length > 0 ? (
        <InvitationList lines={lines} />
      ) : (
        <EmptyState
          action={<ButtonLink to="/applicant/privacy">Who sees your profile</ButtonLink>}
          title="No invitation yet"
        >
          Employers can invite you when your profile is visible to them.
        </EmptyState>
      )}
      <Pagination
        hrefFor={(number) => `/applicant/invitations?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
