import { type ReactNode, useEffect, useReducer, useRef } from "react";
import { Button } from "../button.tsx";
import { FieldErrors } from "../field-parts.tsx";
import { errorsOf, type FormState } from "../form-state.ts";
import { Icon } from "../icon.tsx";
import { useHydrated } from "../use-hydrated.ts";
import { rowListReducer } from "./row-list-state.ts";
import { formOfRow, rowsOfForm } from "./rows.ts";

/** What one row's fields need: its field names, and its part of the form. */
export interface RowFields {
  name: (field: string) => string;
  form: FormState;
  /** True where the row's first field should take the focus. */
  autoFocus: boolean;
}

/**
 * Like entries of a form ("work.0.title", "work.1.title" …) that can be added and removed. With JavaScript at
 * once and with an undo; without, its buttons send `intent` = `add-row:work` or `remove-row:work:1`, and the
 * action answers with `applyRowIntent`.
 */
export function RowList({
  prefix,
  noun,
  form,
  focus,
  children,
}: {
  prefix: string;
  /** What one entry is, for its buttons and heading: "credential". */
  noun: string;
  form: FormState;
  /** The row the server just added or left, so that the page opens there. */
  focus?: { prefix: string; index: number } | null | undefined;
  children: (fields: RowFields) => ReactNode;
}) {
  const hydrated = useHydrated();
  const list = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(rowListReducer, null, () => ({
    rows: rowsOfForm(form, prefix),
    removed: null,
    added: 0,
    announcement: "",
    focusKey: null,
  }));
  useEffect(() => {
    if (state.focusKey === null) return;
    const row = list.current?.querySelector(`[data-row="${CSS.escape(state.focusKey)}"]`);
    row?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [state.focusKey]);
  const asked = focus?.prefix === prefix ? focus.index : -1;

  return (
    <div className="row-list" id={prefix} ref={list} tabIndex={-1}>
      <FieldErrors errors={errorsOf(form.errors, prefix)} id={prefix} />
      <p className="visually-hidden" role="status">
        {state.announcement}
      </p>
      {state.rows.map((row, index) => (
        <fieldset className="row-list__row" data-row={row.key} key={row.key}>
          <legend className="row-list__legend">
            {noun[0]?.toUpperCase()}
            {noun.slice(1)} {index + 1}
          </legend>
          <div className="row-list__fields">
            {children({
              name: (field) => `${prefix}.${index}.${field}`,
              form: formOfRow(prefix, index, row),
              autoFocus: index === asked,
            })}
          </div>
          <Button
            aria-label={`Remove ${noun} ${index + 1}`}
            name="intent"
            onClick={(event) => {
              if (!hydrated) return;
              event.preventDefault();
              const typed = typedIn(event.currentTarget.closest("fieldset"), `${prefix}.${index}.`);
              dispatch({ type: "remove", key: row.key, typed, noun });
              list.current?.focus();
            }}
            size="small"
            value={`remove-row:${prefix}:${index}`}
            variant="quiet"
          >
            <Icon name="x" />
            Remove
          </Button>
        </fieldset>
      ))}
      <div className="row-list__actions">
        <Button
          name="intent"
          onClick={(event) => {
            if (!hydrated) return;
            event.preventDefault();
            dispatch({ type: "add", prefix, noun });
          }}
          size="small"
          value={`add-row:${prefix}`}
          variant="secondary"
        >
          <Icon name="plus" />
          Add {/^[aeiou]/i.test(noun) ? "an" : "a"} {noun}
        </Button>
        {state.removed ? (
          <Button
            onClick={() => dispatch({ type: "undo", noun })}
            size="small"
            type="button"
            variant="quiet"
          >
            Undo: bring the removed {noun} back
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** The values of a row's controls at this moment, by field. */
function typedIn(row: Element | null, prefix: string): Record<string, string[]> {
  const controls = row?.querySelectorAll<
    HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
  >("input, select, textarea");
  return Object.fromEntries(
    [...(controls ?? [])]
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, value }) => [name.slice(prefix.length), [value]]),
  );
}
