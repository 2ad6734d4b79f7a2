import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { discardDraft } from "#app/features/applications/discard-draft.server.ts";
import { keepApplicationDraft } from "#app/features/applications/keep-draft.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";

/** Keeps what is being typed for an application, or drops it. */
export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  const slug = params.slug ?? "";
  if (form.get("intent") !== "discard") {
    const kept = await keepApplicationDraft(context.deps, { userId, slug, step: "edit", form });
    return Response.json({ kept });
  }
  await discardDraft(context.deps, { userId, slug });
  return redirect(safePath(form.get("returnTo"), `/jobs/${slug}/apply`), 303);
});
