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
import type { FormState } from "#app/components/form-state.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import {
  removeApprentice,
  saveApprenticeProof,
} from "#app/features/credentials/apprentice.server.ts";
import { apprenticeProof } from "#app/features/credentials/credential.form.ts";
import { CredentialSection } from "#app/features/credentials/credential-section.tsx";
import { readCredentialsForm } from "#app/features/credentials/credentials-form.server.ts";
import { readCredentials } from "#app/features/credentials/read-credentials.server.ts";
import {
  removeEvidence,
  uploadEvidence,
} from "#app/features/credentials/upload-evidence.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

const DONE: Partial<Record<string, string>> = {
  uploaded: "Evidence sent. We look at it within three working days and tell you by mail.",
  removed: "Evidence removed. The credential is self-reported again.",
  saved: "Saved",
  full: "The -A is off. The credential is self-reported until its new evidence is checked.",
};

export const meta: MetaFunction = () => [{ title: "Credentials · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return {
    done: DONE[done] ?? null,
    credentials: await readCredentials(context.deps, userId),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const asked = await readCredentialsForm(request);
  if (!asked) return redirect("/applicant/credentials", 303);
  const credentialId = uuidParam(asked.credentialId);
  const own = { userId, credentialId };
  const answer = (form: FormState, status: number) => data({ credentialId, form }, { status });
  const refuse = (sentence: string, status: number) =>
    answer({ values: {}, errors: { evidence: [sentence] } }, status);
  const done = (what: string) =>
    redirect(`/applicant/credentials?done=${what}#credential-${credentialId}`, 303);
  switch (asked.intent) {
    case "refused":
      return refuse(asked.sentence, asked.status);
    case "upload": {
      const uploaded = await uploadEvidence(context.deps, { ...own, bytes: asked.bytes });
      return uploaded.ok ? done("uploaded") : refuse(uploaded.sentence, 422);
    }
    case "remove-evidence":
      await removeEvidence(context.deps, own);
      return done("removed");
    case "apprentice": {
      const parsed = parseForm(apprenticeProof, asked.form);
      if (!parsed.ok) return answer(parsed.form, 422);
      await saveApprenticeProof(context.deps, { ...own, proof: parsed.value });
      return done("saved");
    }
    case "full":
      await removeApprentice(context.deps, own);
      return done("full");
  }
});

export default function Credentials() {
  const { credentials, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/profile", label: "Your profile" }}
        lede="What you show us is seen by the board's administrators only. Employers read that a credential is verified and since when, never your member number or your evidence."
        title="Your credentials"
      />
      {done && !answer ? <Notice title={done} tone="success" /> : null}
      {credentials.length === 0 ? (
        <EmptyState
          action={
            <ButtonLink to="/applicant/profile#credentials-held">Add a credential</ButtonLink>
          }
          title="No credential on your profile yet"
        >
          Once one is there, send evidence of it here and employers see that it is verified.
        </EmptyState>
      ) : (
        <>
          {credentials.map((credential) => (
            <CredentialSection
              credential={credential}
              form={answer?.credentialId === credential.id ? answer.form : null}
              key={credential.id}
            />
          ))}
          <p className="soft small">
            Issuer, number and dates are changed{" "}
            <Link to="/applicant/profile#credentials-held">on your profile</Link>. We remind you 90,
            30 and 7 days before one expires.
          </p>
        </>
      )}
    </div>
  );
}
