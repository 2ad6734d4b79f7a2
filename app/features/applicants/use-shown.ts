import { useState } from "react";
import type { ProfileAnswer } from "./answer-profile-form.server.ts";

type Shown = Extract<ProfileAnswer, { outcome: "shown" }>;

/**
 * The server's last answer until the profile is saved, and a key that remounts the editor for each. Remix drops
 * its own copy at the first click on a link to a section or a refused field.
 */
export function useShown(
  answer: Shown | null,
  version: number,
): { shown: Shown | null; key: number } {
  const [kept, setKept] = useState({ shown: answer, version, key: 0 });
  const isNew = answer !== null && answer !== kept.shown;
  if (!isNew && version === kept.version) return kept;
  const next = { shown: isNew ? answer : null, version, key: kept.key + 1 };
  setKept(next);
  return next;
}
