import { isRouteErrorResponse, json } from "@remix-run/react";

/** Why a save got no answer; the page stays with everything typed. */
export interface Unanswered {
  outcome: "unreachable" | "signed-out";
}

/**
 * Asks the server and, where it cannot answer (no connection, a restart, an ended session), says so instead of
 * failing: an error page in place of a long form would take its text away. Redirects and refusals pass.
 */
export async function stayUnanswered<Answer>(ask: () => Promise<Answer>) {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Response) {
      const goes = error.headers.get("Location") ?? "";
      if (new URL(goes, "http://here").pathname === "/login") return unanswered("signed-out");
      throw error;
    }
    if (isRouteErrorResponse(error) && error.status < 500) throw error;
    return unanswered("unreachable");
  }
}

// A whole response: only its status of refusal keeps Remix from loading the page again, which would fail as well.
const unanswered = (outcome: Unanswered["outcome"]) =>
  json<Unanswered>({ outcome }, { status: 503 });
