import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ProfileSheet } from "#app/features/applications/profile-sheet.tsx";
import { describeProfile } from "#app/features/applications/sent-profile.server.ts";
import { inviteCoderForm } from "#app/features/coders/invite.form.ts";
import { inviteCoder } from "#app/features/coders/invite-coder.server.ts";
import { InvitePanel } from "#app/features/coders/invite-panel.tsx";
import { readCoder } from "#app/features/coders/read-coder.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { isPrefetch } from "#app/web/is-prefetch.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findSeenCoder } from "#db/queries/coder-scope.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.title} · CareerCenter` : "Coder · CareerCenter" },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const publicId = uuidParam(params.coderId);
  const ahead = isPrefetch(request);
  const coder = await readCoder(context.deps, { viewer, publicId, ahead });
  if (!coder) throw notFound();
  const { profile, ...rest } = coder;
  const today = context.deps.clock().toISOString().slice(0, 10);
  return {
    ...rest,
    title: coder.code ? `${profile.name} (${coder.code})` : profile.name,
    sheet: describeProfile(profile, { reasons: [], today }),
    sent: new URL(request.url).searchParams.has("invited"),
  };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const publicId = uuidParam(params.coderId);
  const { employerId } = viewer.membership;
  const looker = { employerId, viewerId: viewer.userId };
  if (!(await findSeenCoder(context.deps.db, { publicId, ...looker }))) throw notFound();
  const form = await readForm(request);
  const parsed = parseForm(inviteCoderForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    await inviteCoder(context.deps, { viewer, publicId, input: parsed.value });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect(`/employer/coders/${publicId}?invited`, 303);
});

export default function Coder() {
  const coder = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { sheet, publicId, code, title, hasResume, sent } = coder;
  return (
    <div className="page">
      <PageHeader
        actions={
          hasResume ? (
            <ButtonLink
              reloadDocument
              to={`/employer/coders/${publicId}/resume`}
              variant="secondary"
            >
              Open the resume
            </ButtonLink>
          ) : null
        }
        back={{ to: "/employer/coders", label: "Find coders" }}
        lede={sheet.headline || undefined}
        title={title}
      />
      {sent ? (
        <Notice title="The invitation is sent" tone="success">
          Their answer appears on this page. If they apply, it comes with your other applications.
        </Notice>
      ) : null}
      {code ? (
        <Notice tone="info">
          This coder is anonymous: the name, the employers and everything in their own words appear
          when they accept an invitation of yours or apply.
        </Notice>
      ) : null}
      <div className="columns coders">
        <section aria-label="Profile" className="stack">
          {sheet.email ? (
            <p>
              <a href={`mailto:${sheet.email}`}>{sheet.email}</a>
            </p>
          ) : null}
          <ProfileSheet heading="h2" profile={sheet} />
        </section>
        <aside>
          <InvitePanel coder={coder} form={form} key={coder.invitations.length} />
        </aside>
      </div>
    </div>
  );
}
