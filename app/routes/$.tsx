import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";

// With a route for what does not exist, the 404 page still knows who is signed in.
export const loader = handled(async (_: LoaderFunctionArgs) => {
  openToEveryone();
  throw notFound();
});

export const action = loader;

export default function NotFoundRoute() {
  return null;
}
