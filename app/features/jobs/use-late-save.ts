import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

const nameOf = (jobId: string) => `late-save ${jobId}`;
const TRIES = 6;
const PAUSE_MS = 250;

/** Notes that a page sent its last words while it went away, on top of `version`. */
export function noteLateSave(jobId: string | null, version: number): void {
  if (jobId) sessionStorage.setItem(nameOf(jobId), String(version));
}

/**
 * A reload can overtake the last words of the page it replaces. Where that happened, asks the server again until
 * they have arrived. Answers a key that changes when they have: the form is then drawn anew with them.
 */
export function useLateSave(jobId: string | null, version: number): string {
  const { revalidate, state } = useRevalidator();
  const [since, setSince] = useState<number | null>(null);
  const [arrived, setArrived] = useState(0);
  const tries = useRef(0);

  useEffect(() => {
    const noted = jobId && sessionStorage.getItem(nameOf(jobId));
    if (!noted) return;
    sessionStorage.removeItem(nameOf(jobId));
    setSince(Number(noted));
  }, [jobId]);

  useEffect(() => {
    if (since === null || state !== "idle") return;
    if (version > since) {
      if (tries.current > 0) setArrived((count) => count + 1);
      setSince(null);
      return;
    }
    if (tries.current >= TRIES) return;
    tries.current += 1;
    const timer = setTimeout(revalidate, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [since, version, state, revalidate]);

  return `${jobId} ${arrived}`;
}
