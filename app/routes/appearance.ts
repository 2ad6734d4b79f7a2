import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { appearanceCookie } from "#app/web/appearance.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";

export const action = handled(async ({ request }: ActionFunctionArgs) => {
  openToEveryone();
  const form = await readForm(request);
  return redirect(safePath(form.get("redirectTo")), {
    status: 303,
    headers: { "Set-Cookie": appearanceCookie(form.get("appearance")) },
  });
});
