import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import {
  decideEmployer,
  type EmployerDecision,
} from "#app/features/admin/decide-employer.server.ts";
import { plainDecision, reasonedDecision } from "#app/features/admin/decision.form.ts";
import { EmployerForBoard } from "#app/features/admin/employer-for-board.tsx";
import { answerDecision } from "#app/features/admin/read-decision.server.ts";
import { readEmployerForBoard } from "#app/features/admin/read-employer.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "An employer · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const employer = await readEmployerForBoard(context.deps, uuidParam(params.employerId));
  if (!employer) throw notFound();
  return { employer };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const employerId = uuidParam(params.employerId);
  const form = await readForm(request);
  const intent = form.get("intent");
  const decide = (version: number, decision: EmployerDecision) =>
    decideEmployer(context.deps, { adminId, employerId, version, decision });
  const here = redirect(`/admin/employers/${employerId}`, 303);
  switch (intent) {
    case "verify":
    case "lift":
      return (
        (await answerDecision(form, plainDecision, ({ version }) =>
          decide(version, { action: intent }),
        )) ?? here
      );
    case "refuse":
    case "unverify":
    case "suspend":
      return (
        (await answerDecision(form, reasonedDecision, ({ version, reason }) =>
          decide(version, { action: intent, reason }),
        )) ?? here
      );
    default:
      return here;
  }
});

export default function Employer() {
  const { employer } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <EmployerForBoard answer={answer} employer={employer} />;
}
