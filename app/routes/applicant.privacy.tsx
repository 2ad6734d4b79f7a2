import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { changePrivacy } from "#app/features/privacy/change-privacy.server.ts";
import { HideFromEmployers, NameReveals } from "#app/features/privacy/hide-from-employers.tsx";
import { LookList } from "#app/features/privacy/look-list.tsx";
import { privacyForm } from "#app/features/privacy/privacy.form.ts";
import { readPrivacy } from "#app/features/privacy/read-privacy.server.ts";
import { VisibilityForm } from "#app/features/privacy/visibility-form.tsx";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Who sees your profile · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const params = new URL(request.url).searchParams;
  const words = (params.get("employer") ?? "")
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim();
  const page = await readPrivacy(context.deps, { userId, words: words.slice(0, 80) });
  return { page, saved: params.has("saved") };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  const parsed = parseForm(privacyForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    await changePrivacy(context.deps, { userId, change: parsed.value });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/applicant/privacy?saved", 303);
});

export default function Privacy() {
  const { page, saved } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading stack">
      <PageHeader
        back={{ to: "/applicant/profile", label: "Profile" }}
        lede="It takes effect at once, for everyone who looks from now on."
        title="Who sees your profile"
      />
      {saved ? <Notice title="Saved" tone="success" /> : null}
      <FormSummary form={form} labels={{ visibility: "Your profile is" }} />
      <VisibilityForm form={form} page={page} />
      <HideFromEmployers page={page} />
      {page.anonymous ? <NameReveals reveals={page.reveals} /> : null}
      <section aria-labelledby="looked" className="stack--tight">
        <h2 className="section-heading" id="looked">
          Who looked
        </h2>
        {page.looks.length > 0 ? (
          <>
            <LookList looks={page.looks} />
            <p>
              <Link to="/applicant/views">Everyone who looked</Link>
            </p>
          </>
        ) : (
          <p className="soft">
            Nobody yet. Each employer that looks at your profile or opens a resume stands here.
          </p>
        )}
      </section>
    </div>
  );
}
