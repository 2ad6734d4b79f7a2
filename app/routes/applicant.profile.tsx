import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  Form,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { useState } from "react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { completenessOf } from "#app/domain/profile-completeness.ts";
import {
  answerProfileForm,
  type ProfileAnswer,
} from "#app/features/applicants/answer-profile-form.server.ts";
import { ProfileAside } from "#app/features/applicants/profile-aside.tsx";
import { ProfileEditor } from "#app/features/applicants/profile-editor.tsx";
import { profileValues } from "#app/features/applicants/profile-values.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { readProfile } from "#db/queries/profiles.ts";

export const meta: MetaFunction = () => [{ title: "Profile · CareerCenter" }];

// An autosave changes nothing the page shows; loading it again would take the typing apart.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formData,
  defaultShouldRevalidate,
}) => (formData?.get("intent") === "autosave" ? false : defaultShouldRevalidate);

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const { profile, version, draft } = await readProfile(context.deps.db, viewer.userId);
  const values = { ...(draft ?? profileValues(profile)), version: [String(version)] };
  return {
    form: { values, errors: {} },
    isDraft: draft !== null,
    version,
    saved: new URL(request.url).searchParams.has("saved"),
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
      return redirect("/applicant/profile?saved", 303);
    case "discarded":
      return redirect("/applicant/profile", 303);
    case "autosaved":
      return data(answer);
    case "shown":
      return data(answer, { status: answer.status });
  }
});

export default function Profile() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { shown, key } = useShown(answer?.outcome === "shown" ? answer : null, loaded.version);
  return (
    <div className="page">
      <PageHeader
        actions={
          <ButtonLink to="/applicant/resumes" variant="secondary">
            Your resumes
          </ButtonLink>
        }
        lede="What you know, in the words employers search by. Only employers you apply to see it."
        title="Your profile"
      />
      {loaded.saved && !shown && !loaded.isDraft ? (
        <Notice title="Profile saved" tone="success" />
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

function DraftNotice({ version }: { version: number }) {
  return (
    <Notice title="This is a draft you have not saved yet" tone="warning">
      <p>
        Employers see your profile as you last saved it. Save below, or go back to what is saved.
      </p>
      <Form method="post" reloadDocument>
        <input name="version" type="hidden" value={version} />
        <Button name="intent" size="small" value="discard" variant="secondary">
          Discard the draft
        </Button>
      </Form>
    </Notice>
  );
}

type Shown = Extract<ProfileAnswer, { outcome: "shown" }>;

/**
 * The server's last answer until the profile is saved, and a key that remounts the editor for each. Remix drops
 * its own copy at the first click on a link to a section or a refused field.
 */
function useShown(answer: Shown | null, version: number): { shown: Shown | null; key: number } {
  const [kept, setKept] = useState({ shown: answer, version, key: 0 });
  const isNew = answer !== null && answer !== kept.shown;
  if (!isNew && version === kept.version) return kept;
  const next = { shown: isNew ? answer : null, version, key: kept.key + 1 };
  setKept(next);
  return next;
}
