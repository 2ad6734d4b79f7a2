import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { BULK_MAX } from "./bulk-limits.ts";

/** What ties a box of a card or a line to the bar. */
const SELECTION = "selection";

/** The box that ticks one application, for the bar of the same page. */
export function SelectBox({ card }: { card: { id: string; name: string } }) {
  return (
    <input
      aria-label={`Select ${card.name}`}
      className="application-line__select"
      form={SELECTION}
      name="id"
      type="checkbox"
      value={card.id}
    />
  );
}

/** What can be done with the ticked applications of a page; the boxes themselves stand in the lines or on the cards. */
export function SelectionBar({
  action,
  messages,
  back,
  count,
}: {
  action: string;
  /** Where a message to them is written. */
  messages: string;
  /** The list's own query, to come back to. */
  back: string;
  /** Applications on this page. */
  count: number;
}) {
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [selected, setSelected] = useState(0);
  const tooMany = selected > BULK_MAX;
  const all = selected < count && count <= BULK_MAX;
  const idle = hydrated && (selected === 0 || tooMany);
  const boxes = () =>
    [...(form.current?.elements ?? [])].filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === "id",
    );
  useEffect(() => {
    const recount = () => setSelected(boxes().filter(({ checked }) => checked).length);
    recount();
    document.addEventListener("change", recount);
    return () => document.removeEventListener("change", recount);
  });
  return (
    <Form
      action={action}
      aria-label="Selected applications"
      className="selection-bar"
      id={SELECTION}
      method="get"
      ref={form}
    >
      <input name="back" type="hidden" value={back} />
      {hydrated ? (
        <>
          <Button
            onClick={() => {
              for (const box of boxes()) box.checked = all;
              setSelected(all ? count : 0);
            }}
            size="small"
            type="button"
            variant="quiet"
          >
            {all ? `Select all ${count} on this page` : "Select none"}
          </Button>
          <span className="small" role="status">
            {selected} of {count} selected{tooMany ? `, at most ${BULK_MAX} at once` : ""}
          </span>
        </>
      ) : (
        <span className="small">Tick applications on this page, then:</span>
      )}
      <Button disabled={idle} name="do" size="small" value="move" variant="secondary">
        Move selected
      </Button>
      <Button disabled={idle} name="do" size="small" value="reject" variant="secondary">
        Decline selected
      </Button>
      <Button disabled={idle} formAction={messages} size="small" variant="secondary">
        Write to selected
      </Button>
    </Form>
  );
}
