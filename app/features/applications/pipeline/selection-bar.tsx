import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

/** What can be done with the ticked applications of a page; the boxes themselves stand in the lines. */
export function SelectionBar({
  id,
  messageAction,
  action,
  messages,
  back,
  count,
}: {
  id: string;
  action: string;
  /** Where the ticked ones are written to. */
  messageAction: string;
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
      id={id}
      method="get"
      ref={form}
    >
      <input name="back" type="hidden" value={back} />
      {hydrated ? (
        <>
          <Button
            onClick={() => {
              const all = selected < count;
              for (const box of boxes()) box.checked = all;
              setSelected(all ? count : 0);
            }}
            size="small"
            type="button"
            variant="quiet"
          >
            {selected < count ? `Select all ${count} on this page` : "Select none"}
          </Button>
          <span className="small" role="status">
            {selected} of {count} selected
          </span>
        </>
      ) : (
        <span className="small">Tick applications on this page, then:</span>
      )}
      <Button
        disabled={hydrated && selected === 0}
        name="do"
        size="small"
        value="move"
        variant="secondary"
      >
        Move selected
      </Button>
      <Button
        disabled={hydrated && selected === 0}
        name="do"
        size="small"
        value="reject"
        variant="secondary"
      >
        Decline selected
      </Button>
      <Button
        disabled={hydrated && selected === 0}
        formAction={messages}
        size="small"
        variant="secondary"
      >
        Write to selected
      </Button>
      <Button
        disabled={hydrated && selected === 0}
        formAction={messageAction}
        size="small"
        variant="secondary"
      >
        Message selected
      </Button>
    </Form>
  );
}
