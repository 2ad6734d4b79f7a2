import { useNavigation } from "@remix-run/react";

/** A thin bar while the next page loads; the old content stays. */
export function PendingBar() {
  const { state } = useNavigation();
  return <div aria-hidden="true" className="pending-bar" data-pending={state !== "idle"} />;
}
