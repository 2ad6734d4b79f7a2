import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FREQUENCIES } from "./frequencies.ts";
import type { SavedSearchLine } from "./read-saved-searches.server.ts";

/** Names a saved search and says how often its new jobs are sent; `form` is one of the page's that was refused. */
export function ChangeSavedSearchForm({
  line: { id, asks, title, frequency },
  form,
}: {
  line: SavedSearchLine;
  form?: FormState | undefined;
}) {
  const typed = form && firstValue(form.values, "id") === id ? form.values : null;
  return (
    <Disclosure
      open={typed !== null}
      summary={
        <>
          Change name or how often<span className="visually-hidden">: {title ?? asks}</span>
        </>
      }
    >
      <Form className="cluster cluster--fields" method="post" preventScrollReset>
        <input name="id" type="hidden" value={id} />
        <label className="field">
          <span className="field__label">Name</span>
          <input
            autoComplete="off"
            className="control"
            defaultValue={typed ? firstValue(typed, "title") : (title ?? "")}
            maxLength={80}
            name="title"
            placeholder={asks}
          />
        </label>
        <label className="field">
          <span className="field__label">How often</span>
          <select
            className="control"
            defaultValue={typed ? firstValue(typed, "frequency") : frequency}
            name="frequency"
          >
            {FREQUENCIES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button name="intent" size="small" value="change" variant="secondary">
          Save
          <span className="visually-hidden">: {title ?? asks}</span>
        </Button>
      </Form>
    </Disclosure>
  );
}
