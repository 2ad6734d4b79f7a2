import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Link,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { completenessOf } from "#app/domain/profile-completeness.ts";
import { answerProfileForm } from "#app/features/applicants/answer-profile-form.server.ts";
import { DraftNotice } from "#app/features/applicants/draft-notice.tsx";
import { ProfileAside } from "#app/features/applicants/profile-aside.tsx";
import { ProfileEditor } from "#app/features/applicants/profile-editor.tsx";
import { profileValues } from "#app/features/applicants/profile-values.ts";
import { stayUnanswered } from "#app/features/applicants/stay-unanswered.ts";
import { UnansweredNotice } from "#app/features/applicants/unanswered-notice.tsx";
import { useShown } from "#app/features/applicants/use-shown.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";
import { readProfile } from "#db/queries/profiles.ts";

export const meta: MetaFunction = () => [{ title: "Profile · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const { searchParams } = new URL(request.url);
  const { profile, version, draft } = await readProfile(context.deps.db, viewer.userId);
  const values = { ...(draft ?? profileValues(profile)), version: [String(version)] };
  return {
    form: { values, errors: {} },
    isDraft: draft !== null,
    version,
    saved: searchParams.has("saved"),
    returnTo: safePath(searchParams.get("returnTo"), ""),
    completeness: completenessOf(profile),
    statuses: Object.fromEntries(profile.credentials.map(({ code, status }) => [code, status])),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const form = await readForm(request);
  const answer = await answerProfileForm(context.deps, { userId: viewer.userId, form });
  switch (answer.outcome) {
    case "saved":
      return redirect(savedAddress(request), 303);
    case "discarded":
      return redirect("/applicant/profile", 303);
    case "shown":
      return data(answer, { status: answer.status });
  }
});

/** Whoever came from an application is shown the way back to it after the save. */
function savedAddress(request: Request): string {
  const returnTo = safePath(new URL(request.url).searchParams.get("returnTo"), "");
  return `/applicant/profile?saved${returnTo ? `&returnTo=${encodeURIComponent(returnTo)}` : ""}`;
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  stayUnanswered(serverAction<typeof action>);

export default function Profile() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof clientAction>();
  const { shown, key } = useShown(answer?.outcome === "shown" ? answer : null, loaded.version);
  return (
    <div className="page">
      <PageHeader
        actions={
          <>
            <ButtonLink to="/applicant/resumes" variant="secondary">
              Your resumes
            </ButtonLink>
            <ButtonLink to="/applicant/credentials" variant="secondary">
              Verify credentials
            </ButtonLink>
            <ButtonLink to="/applicant/profile/export" variant="quiet">
              Download or import
            </ButtonLink>
          </>
        }
        lede={
          <>
            What you know, in the words employers search by. You choose{" "}
            <Link to="/applicant/privacy">who sees it</Link>.
          </>
        }
        title="Your profile"
      />
      {loaded.saved && !answer && !shown && !loaded.isDraft ? (
        <Notice title="Profile saved" tone="success">
          {loaded.returnTo ? <Link to={loaded.returnTo}>Go on with your application</Link> : null}
        </Notice>
      ) : null}
      {answer?.outcome === "unreachable" || answer?.outcome === "signed-out" ? (
        <UnansweredNotice outcome={answer.outcome} />
      ) : null}
      {loaded.isDraft && !shown ? <DraftNotice version={loaded.version} /> : null}
      <div className="columns columns--leading profile-page">
        <ProfileAside completeness={loaded.completeness} />
        <ProfileEditor
          focus={shown?.focus ?? null}
          form={shown?.form ?? loaded.form}
          found={shown?.found ?? null}
          key={key}
          statuses={loaded.statuses}
        />
      </div>
    </div>
  );
}
