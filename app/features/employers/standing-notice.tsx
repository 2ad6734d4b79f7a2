import { Notice } from "#app/components/notice.tsx";

/** Tells members why the board did not verify their employer, and what they can do about it. */
export function StandingNotice({ refusal }: { refusal: string | null }) {
  return refusal === null ? null : (
    <Notice title="This employer is not verified" tone="warning">
      <p>{refusal}</p>
      <p>Change your employer page and save it: we then look at it again.</p>
    </Notice>
  );
}
