import type { ActionFunctionArgs } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { autosaveProfile } from "#app/features/applicants/autosave-profile.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  return Response.json(await autosaveProfile(context.deps, { userId, form }));
});
