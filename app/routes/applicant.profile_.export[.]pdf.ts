import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { exportProfileAsPdf } from "#app/features/applicants/export-profile.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled } from "#app/web/handled.server.ts";

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const withNumbers = new URL(request.url).searchParams.get("numbers") === "on";
  const file = await exportProfileAsPdf(context.deps, { userId, withNumbers });
  return new Response(file.bytes, { headers: attachmentHeaders(file) });
});
