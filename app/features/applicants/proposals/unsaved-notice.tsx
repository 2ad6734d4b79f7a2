import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";

/** Says why nothing can be added just now, with the way to what stands in the way. */
export function UnsavedNotice() {
  return (
    <Notice title="Your profile has changes you have not saved" tone="warning">
      Save or discard them first, so that nothing you typed is lost.{" "}
      <Link to="/applicant/profile">Go to your profile</Link>
    </Notice>
  );
}
