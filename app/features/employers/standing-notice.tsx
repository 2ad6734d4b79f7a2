import { Notice } from "#app/components/notice.tsx";

/** Tells members what the board decided against their employer, and what they can do about it. */
export function StandingNotice({
  standing: { suspension, refusal },
}: {
  standing: { suspension: string | null; refusal: string | null };
}) {
  if (suspension !== null) {
    return (
      <Notice title="This employer is suspended" tone="danger">
        <p>{suspension}</p>
        <p>
          Your jobs and your page are out of view and nothing can be published. You can still answer
          applications.
        </p>
      </Notice>
    );
  }
  return refusal === null ? null : (
    <Notice title="This employer is not verified" tone="warning">
      <p>{refusal}</p>
      <p>Change your employer page and save it: we then look at it again.</p>
    </Notice>
  );
}
