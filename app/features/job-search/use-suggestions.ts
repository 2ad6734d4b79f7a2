import { useEffect, useState } from "react";
import type { SuggestionGroup } from "#app/domain/query-understanding/suggestion.ts";

const PAUSE_MS = 120;
const LONGEST = 100;

interface Answer {
  /** What was typed when it was asked for. */
  q: string;
  groups: SuggestionGroup[];
}

/**
 * What a typed line may be meant as. Asked after a pause, and the answer to an older line is dropped; null is not asked
 * for. A suggestion is a help: where none can be had there are none.
 */
export function useSuggestions(typed: string | null): SuggestionGroup[] {
  const [answer, setAnswer] = useState<Answer>({ q: "", groups: [] });
  const q = typed?.trim().slice(0, LONGEST) ?? "";
  useEffect(() => {
    if (q.length < 2) return;
    const abort = new AbortController();
    const timer = window.setTimeout(async () => {
      try {
        const address = `/api/v1/suggestions?${new URLSearchParams({ q })}`;
        const response = await fetch(address, { signal: abort.signal });
        if (!response.ok) return;
        const { groups } = (await response.json()) as { groups: SuggestionGroup[] };
        if (!abort.signal.aborted) setAnswer({ q, groups });
      } catch {
        // Superseded, or offline.
      }
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  // While the next answer is on its way the one before stays, so that the list does not flicker.
  return q.length < 2 ? [] : answer.groups;
}
