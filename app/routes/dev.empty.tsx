import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [
  { title: "An empty page · CareerCenter" },
  { name: "robots", content: "noindex" },
];

/** What `npm run bench` measures other pages against: all that a page costs before it says anything. */
export const loader = handled(async ({ context }: LoaderFunctionArgs) => {
  openToEveryone();
  if (!context.deps.embedded) throw notFound();
  return null;
});

export default function EmptyPage() {
  return (
    <div className="page">
      <h1>An empty page</h1>
      <p>Other pages are measured against this one.</p>
    </div>
  );
}
