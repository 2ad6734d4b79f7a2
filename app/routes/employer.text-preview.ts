import type { ActionFunctionArgs } from "@remix-run/node";
import { requireEmployerAccount } from "#app/auth/guards.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

/** Markdown as people will read it, for the preview that follows the typing. */
export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  await requireEmployerAccount({ request, context });
  const form = await readForm(request);
  const text = form.get("text");
  const html = typeof text === "string" ? renderMarkdown(text.slice(0, 12_000)) : "";
  return Response.json({ html });
});
