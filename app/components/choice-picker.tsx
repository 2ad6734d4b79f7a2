import { type ReactNode, useId, useRef, useState } from "react";
import { controlId, FieldErrors, FieldHint } from "./field-parts.tsx";
import { allValues, errorsOf, type FormState } from "./form-state.ts";
import { Icon } from "./icon.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface Choice {
  value: string;
  label: string;
}

/** Past this many, a list gets a box to narrow it. */
const NARROW_FROM = 20;

/**
 * Several of a long closed list. Closed it says what is chosen; open it is checkboxes, with a box to narrow them
 * once the page is live. Chosen ones stay visible while narrowing. Without JavaScript it opens all the same.
 */
export function ChoicePicker({
  name,
  legend,
  hint,
  options,
  form,
}: {
  name: string;
  legend: string;
  hint?: ReactNode;
  options: readonly Choice[];
  form: FormState;
}) {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState(() => new Set(allValues(form.values, name)));
  const [narrow, setNarrow] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const narrowId = useId();
  const id = controlId(name);
  const errors = errorsOf(form.errors, name);
  const words = narrow.trim().toLowerCase();
  const shown = ({ value, label }: Choice) =>
    words === "" || chosen.has(value) || label.toLowerCase().includes(words);
  const picked = options.filter(({ value }) => chosen.has(value));

  return (
    <details
      className={errors.length > 0 ? "choice-picker field--refused" : "choice-picker"}
      open={errors.length > 0}
    >
      <summary className="choice-picker__summary">
        <span className="field__label">{legend}</span>
        <span className="choice-picker__chosen">
          {picked.length === 0 ? "None chosen" : sentenceOf(picked)}
        </span>
        <Icon name="chevron-right" />
      </summary>
      <fieldset className="choice-picker__body">
        <legend className="visually-hidden">{legend}</legend>
        {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
        <FieldErrors errors={errors} id={id} />
        {hydrated && options.length > NARROW_FROM ? (
          <div className="choice-picker__narrow">
            <label className="field__label" htmlFor={narrowId}>
              Narrow the list
            </label>
            <input
              autoComplete="off"
              className="control control--medium"
              id={narrowId}
              onChange={(event) => setNarrow(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") event.preventDefault();
              }}
              type="text"
              value={narrow}
            />
          </div>
        ) : null}
        <div className="choices choices--columns choice-picker__list" ref={box}>
          {options.map((option, index) => (
            <div className="choice" hidden={!shown(option)} key={option.value}>
              <input
                defaultChecked={chosen.has(option.value)}
                id={index === 0 ? id : `${id}-${controlId(option.value)}`}
                name={name}
                onChange={() => setChosen(new Set(checkedIn(box.current)))}
                type="checkbox"
                value={option.value}
              />
              <label htmlFor={index === 0 ? id : `${id}-${controlId(option.value)}`}>
                {option.label}
              </label>
            </div>
          ))}
        </div>
        {hydrated && options.every((option) => !shown(option)) ? (
          <p className="field__hint">Nothing in this list holds “{narrow.trim()}”.</p>
        ) : null}
      </fieldset>
    </details>
  );
}

const checkedIn = (box: HTMLElement | null): string[] =>
  [...(box?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])].map(({ value }) => value);

function sentenceOf(picked: readonly Choice[]): string {
  const names = picked.slice(0, 4).map(({ label }) => label);
  const more = picked.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
