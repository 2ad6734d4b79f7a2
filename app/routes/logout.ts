import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { blankSessionCookie } from "#app/auth/session-cookie.ts";
import { endSession } from "#app/auth/sessions.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const loader = handled(async () => {
  openToEveryone();
  return redirect("/");
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  openToEveryone();
  await endSession(context.deps, request.headers.get("Cookie"));
  return redirect("/", {
    status: 303,
    headers: { "Set-Cookie": blankSessionCookie(context.deps) },
  });
});
