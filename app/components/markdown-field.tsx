import { type ComponentProps, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { TextArea } from "./field-text-area.tsx";
import { firstValue } from "./form-state.ts";
import { Prose } from "./prose.tsx";

const PAUSE_MS = 350;

/**
 * A text area for Markdown with its rendering beside it. Without JavaScript the button sends the form with
 * `intent=preview` and the action hands the rendering back as `preview`; with it the preview follows the typing,
 * asked for by `fetch` so that a lost connection or session never takes the page away.
 */
export function MarkdownField({
  preview,
  previewAction,
  ...area
}: Omit<ComponentProps<typeof TextArea>, "onChange"> & {
  /** Sanitised HTML made by the server; null when none was asked for. */
  preview: string | null;
  /** A route that takes `text` by POST and answers `{ html }`. */
  previewAction: string;
}) {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const [open, setOpen] = useState(preview !== null);
  useEffect(() => {
    if (preview !== null) setOpen(true);
  }, [preview]);
  const typed =
    area.form && area.name in area.form.values
      ? firstValue(area.form.values, area.name)
      : String(area.defaultValue ?? "");
  const text = useRef(typed);
  const live = useLivePreview(previewAction, preview);

  const toggle = () => {
    if (!open) live.render(text.current);
    setOpen(!open);
  };
  return (
    <div className={open ? "markdown-field markdown-field--open" : "markdown-field"}>
      <div className="markdown-field__text">
        <TextArea
          {...area}
          onChange={(event) => {
            text.current = event.target.value;
            if (open) live.renderSoon(event.target.value);
          }}
        />
        <div className="markdown-field__bar">
          <p className="small soft">
            Markdown: <code>**bold**</code>, <code>- list</code>, <code>### heading</code>,{" "}
            <code>[words](https://…)</code>
          </p>
          {hydrated ? (
            <Button
              aria-expanded={open}
              onClick={toggle}
              size="small"
              type="button"
              variant="secondary"
            >
              {open ? "Hide preview" : "Show preview"}
            </Button>
          ) : (
            <Button name="intent" size="small" value="preview" variant="secondary">
              Show preview
            </Button>
          )}
        </div>
      </div>
      {open ? (
        <section
          aria-label={`Preview of ${typeof area.label === "string" ? area.label.toLowerCase() : "the text"}`}
          // biome-ignore lint/a11y/noAutofocus: the page was loaded anew to show this
          autoFocus={preview !== null}
          className="markdown-field__preview"
          id={`${area.name}-preview`}
          tabIndex={-1}
        >
          {live.html ? (
            <Prose html={live.html} />
          ) : (
            <p className="soft">
              Nothing to show yet. What you write appears here as people will read it.
            </p>
          )}
        </section>
      ) : null}
    </div>
  );
}

function useLivePreview(action: string, given: string | null) {
  const [html, setHtml] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const render = async (text: string) => {
    const turn = ++asked.current;
    try {
      const body = new URLSearchParams({ text });
      const response = await fetch(action, { method: "POST", body, redirect: "manual" });
      if (!response.ok) return;
      const answer: { html: string } = await response.json();
      if (turn === asked.current) setHtml(answer.html);
    } catch {
      // Without a connection the last preview stays, and so does the text.
    }
  };
  return {
    html,
    render: (text: string) => void render(text),
    renderSoon(text: string) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void render(text), PAUSE_MS);
    },
  };
}
