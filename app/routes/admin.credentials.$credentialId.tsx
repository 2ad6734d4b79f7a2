import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { reasonedDecision } from "#app/features/admin/decision.form.ts";
import { answerDecision } from "#app/features/admin/read-decision.server.ts";
import { verification } from "#app/features/credentials/credential.form.ts";
import { CredentialForBoard } from "#app/features/credentials/credential-for-board.tsx";
import {
  type CredentialDecision,
  decideCredential,
} from "#app/features/credentials/decide-credential.server.ts";
import { readCredentialForBoard } from "#app/features/credentials/read-credential-for-board.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "A credential · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const credential = await readCredentialForBoard(context.deps, uuidParam(params.credentialId));
  if (!credential) throw notFound();
  return { credential };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const credentialId = uuidParam(params.credentialId);
  const form = await readForm(request);
  const intent = form.get("intent");
  const decide = (version: number, decision: CredentialDecision) =>
    decideCredential(context.deps, { adminId, credentialId, version, decision });
  const here = redirect(`/admin/credentials/${credentialId}`, 303);
  switch (intent) {
    case "verify":
      return (
        (await answerDecision(form, verification, ({ version, method }) =>
          decide(version, { action: intent, method }),
        )) ?? here
      );
    case "refuse":
    case "revoke":
      return (
        (await answerDecision(form, reasonedDecision, ({ version, reason }) =>
          decide(version, { action: intent, reason }),
        )) ?? here
      );
    default:
      return here;
  }
});

export default function Credential() {
  const { credential } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CredentialForBoard answer={answer} credential={credential} />;
}
