import { Notice } from "#app/components/notice.tsx";
import { FREQUENCIES } from "./frequencies.ts";
import type { SavedSearchLine } from "./read-saved-searches.server.ts";

/** Where a page of saved searches goes on after a change, so that it can say what was done. */
export const afterChange = (
  page: string,
  { id, intent }: { id: string; intent: string },
): string =>
  intent === "delete"
    ? `${page}?deleted=${id}`
    : `${page}?${new URLSearchParams({ done: intent, id })}`;

/** What a page's address says was done. */
export const readDone = (params: URLSearchParams): { intent: string; id: string } | null => {
  const [intent, id] = [params.get("done"), params.get("id")];
  return intent && id ? { intent, id } : null;
};

/** Says what was done, as the search stands now: an address kept from before says nothing untrue. */
export function ChangeDone({
  done,
  lines,
}: {
  done: { intent: string; id: string } | null;
  lines: readonly SavedSearchLine[];
}) {
  const line = lines.find(({ id }) => id === done?.id);
  const sentence = line && done ? sentenceOf(done.intent, line) : null;
  return sentence ? <Notice title={sentence} tone="success" /> : null;
}

function sentenceOf(intent: string, line: SavedSearchLine): string | null {
  const { status, frequency, feedHref } = line;
  const called = line.title ?? line.asks;
  const label = FREQUENCIES.find(({ value }) => value === frequency)?.label ?? "";
  const often = label.charAt(0).toLowerCase() + label.slice(1);
  if (status === "deleted") return null;
  if (intent === "save" && status === "active") return `Saved: ${called}. New jobs come ${often}.`;
  if (intent === "change" && status === "paused") {
    return `Changed: ${called}. It stays paused; once resumed, new jobs come ${often}.`;
  }
  if (intent === "change") {
    return `Changed: ${called}. New jobs come ${often}, and so do those not mailed yet.`;
  }
  if (intent === "pause" && status === "paused") {
    return `Paused: ${called}. You get no mail for it until you resume it.`;
  }
  if ((intent === "resume" || intent === "undo") && status === "active") {
    return `Active again: ${called}. New jobs come ${often}.`;
  }
  if (intent === "revoke-feed" && !feedHref) return `The feed of ${called} is switched off.`;
  if (intent === "new-feed" && feedHref) return `${called} has a new feed address.`;
  return null;
}
