import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const loader = handled(async (_: LoaderFunctionArgs) => {
  openToEveryone();
  return null;
});

export default function Home() {
  return (
    <div className="page">
      <h1>Coding jobs, found by the codes you know</h1>
    </div>
  );
}
