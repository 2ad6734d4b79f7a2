import { type MouseEvent, useEffect, useRef } from "react";
import { controlId } from "./field-parts.tsx";
import type { FormState } from "./form-state.ts";

/**
 * A refused form's errors at its top, each a link to its field; focus moves here. `labels` names fields whose
 * sentences do not ("Fill this in." → "Title: Fill this in."); numbered rows share one ("work.*.title"). Shows
 * nothing without errors.
 */
export function FormSummary({
  form,
  labels = {},
}: {
  form?: FormState | null | undefined;
  labels?: Record<string, string>;
}) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (form && Object.keys(form.errors).length > 0) box.current?.focus();
  }, [form]);
  const refusals = form
    ? Object.entries(form.errors).flatMap(([name, sentences]) =>
        sentences.map((sentence) => ({ name, sentence })),
      )
    : [];
  if (refusals.length === 0) return null;
  return (
    <section
      aria-labelledby="form-summary-title"
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how a refused form is announced
      autoFocus
      className="form-summary"
      ref={box}
      tabIndex={-1}
    >
      <h2 id="form-summary-title">
        {refusals.length === 1
          ? "One thing needs your attention"
          : `${refusals.length} things need your attention`}
      </h2>
      <ul className="form-summary__list">
        {refusals.map(({ name, sentence }) => {
          const label = labels[name] ?? labels[name.replace(/\.\d+(?=\.|$)/g, ".*")];
          const words = label ? `${label}: ${sentence}` : sentence;
          return (
            <li key={`${name} ${sentence}`}>
              {name === "" ? (
                words
              ) : (
                <a href={`#${controlId(name)}`} onClick={(event) => goTo(event, controlId(name))}>
                  {words}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Goes to a field without a navigation: Remix forgets a refused form at the first change of the address. */
function goTo(event: MouseEvent, id: string): void {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: "center" });
}
