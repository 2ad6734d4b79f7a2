import { Form, Link, useNavigation } from "@remix-run/react";
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "#app/components/icon.tsx";
import { type PipelineQuery, pipelineSearch } from "#app/domain/pipeline-query.ts";
import type { PipelineCard } from "./pipeline-card.server.ts";

/** Everything an application may move to, one press each. Opens and works without JavaScript; arrow keys go through it. */
export function MoveMenu({ card, query }: { card: PipelineCard; query: PipelineQuery }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const busy = useNavigation().state !== "idle";
  if (card.moves.length === 0 && !card.mayDecline) return null;
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      className="move-menu"
      onBlur={(event) => {
        // Where a press gives buttons no focus, there is nothing the focus went to: the menu stays.
        const to = event.relatedTarget;
        if (to && !event.currentTarget.contains(to)) close();
      }}
      onKeyDown={(event) => onKey(event, menu.current)}
      ref={menu}
    >
      <summary>
        Move to<span className="visually-hidden"> another stage: {card.name}</span>
        <Icon name="chevron-right" />
      </summary>
      <Form
        action={pipelineSearch(query) || "?"}
        className="move-menu__choices"
        method="post"
        onSubmit={close}
        preventScrollReset
      >
        <input name="intent" type="hidden" value="move" />
        <input name="applicationId" type="hidden" value={card.id} />
        <input name="version" type="hidden" value={card.version} />
        {card.moves.map(({ value, label }) => (
          <button disabled={busy} key={value} name="stage" type="submit" value={value}>
            {label}
          </button>
        ))}
        {card.mayDecline ? <Link to={declineAddress(card, query)}>Not selected…</Link> : null}
      </Form>
    </details>
  );
}

/** An application's page, which knows the list its reader came from. */
export const applicationAddress = (
  { id, stage }: Pick<PipelineCard, "id" | "stage">,
  query: PipelineQuery,
): string => {
  const column = query.view === "board" ? stage : query.stage;
  return `/employer/applications/${id}${pipelineSearch({ ...query, stage: column, page: 1, opened: {} })}`;
};

/** The same page with the reason asked for. */
export const declineAddress = (card: PipelineCard, query: PipelineQuery): string => {
  const address = applicationAddress(card, query);
  return `${address}${address.includes("?") ? "&" : "?"}decline=yes#answer`;
};

const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function onKey(event: KeyboardEvent, menu: HTMLDetailsElement | null): void {
  const summary = menu?.querySelector("summary");
  if (!menu || !summary) return;
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    summary.focus();
    return;
  }
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  menu.open = true;
  const choices = [...menu.querySelectorAll<HTMLElement>("button, a")];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? choices.indexOf(focused) : -1;
  const next = at === -1 && step < 0 ? choices.length - 1 : at + step;
  choices.at(next % choices.length)?.focus();
}
