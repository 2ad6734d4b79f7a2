import { Notice } from "#app/components/notice.tsx";
import type { Unanswered } from "./stay-unanswered.ts";

/** Says that a save got no answer, that nothing is lost, and what to do. */
export function UnansweredNotice({ outcome }: Unanswered) {
  if (outcome === "unreachable") {
    return (
      <Notice title="We could not be reached, so nothing was saved" tone="danger">
        Everything you typed is still here. Save again in a moment.
      </Notice>
    );
  }
  return (
    <Notice title="You have been logged out, so nothing was saved" tone="danger">
      Everything you typed is still here.{" "}
      <a href="/login" rel="noopener" target="_blank">
        Log in in another window
      </a>
      , then save again here.
    </Notice>
  );
}
