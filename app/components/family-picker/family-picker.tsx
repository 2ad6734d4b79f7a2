import { type ReactNode, useEffect, useReducer, useRef, useState } from "react";
import { findFamily, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import { FieldErrors, FieldHint } from "../field-parts.tsx";
import { errorsOf, type FormState, firstValue } from "../form-state.ts";
import { FamilyCombobox } from "./family-combobox.tsx";
import { FoundFamilies } from "./found-families.tsx";
import { PickedFamily } from "./picked-family.tsx";
import {
  formForRow,
  newRow,
  type PickedRow,
  type PickerPrefix,
  rowsFromValues,
} from "./picked-rows.ts";
import { pickerReducer } from "./picker-state.ts";

const labelOf = (familyId: string): string => {
  const family = summarizeFamily(familyId);
  return family ? `${family.range} ${family.label}` : familyId;
};

/**
 * The parts both pickers share: text box, hits, picked rows, undo and what is announced. Use
 * `RequirementsPicker` or `ExperiencePicker`.
 */
export function FamilyPicker({
  prefix,
  label,
  hint,
  form,
  found,
  defaultRows,
  fields,
}: {
  prefix: PickerPrefix;
  label: string;
  hint: ReactNode;
  form: FormState | null | undefined;
  found: readonly FamilySummaryWithPath[] | null | undefined;
  defaultRows: readonly PickedRow[];
  /** The inputs of one picked row; `name` makes a field name, `form` is that row's part of a refused form. */
  fields: (row: PickedRow, name: (field: string) => string, form: FormState | null) => ReactNode;
}) {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [state, dispatch] = useReducer(pickerReducer, {
    rows: form ? rowsFromValues(form.values, prefix) : defaultRows,
    removed: null,
    announcement: "",
  });
  const isPicked = (id: string) => state.rows.some(({ familyId }) => familyId === id);
  const errors = form ? errorsOf(form.errors, prefix) : [];

  const remove = (familyId: string) => {
    const at = state.rows.findIndex((row) => row.familyId === familyId);
    const row = list.current?.children[at];
    dispatch({
      type: "remove",
      familyId,
      fields: row ? typedIn(row, `${prefix}.${at}.`) : {},
      label: labelOf(familyId),
    });
    input.current?.focus();
  };
  const last = state.rows.at(-1);
  const removed = state.removed ? summarizeFamily(state.removed.row.familyId) : null;

  return (
    <div className="family-picker">
      <div className={errors.length > 0 ? "field field--refused" : "field"}>
        <label className="field__label" htmlFor={prefix}>
          {label}
        </label>
        <FieldHint id={prefix}>{hint}</FieldHint>
        <FieldErrors errors={errors} id={prefix} />
        <FamilyCombobox
          describedBy={errors.length > 0 ? `${prefix}-hint ${prefix}-error` : `${prefix}-hint`}
          hydrated={hydrated}
          id={prefix}
          input={input}
          invalid={errors.length > 0}
          isPicked={isPicked}
          onPick={(family) =>
            dispatch({ type: "pick", row: newRow(prefix, family.id), label: labelOf(family.id) })
          }
          onRemoveLast={() => last && remove(last.familyId)}
          // Only the picker's own answers carry its text box.
          returning={
            form?.values.familyQuery !== undefined &&
            !found &&
            Object.keys(form.errors).length === 0
          }
          typedBefore={form ? firstValue(form.values, "familyQuery") : ""}
        />
      </div>
      {found && !hydrated ? (
        <FoundFamilies
          found={found}
          isPicked={isPicked}
          query={form ? firstValue(form.values, "familyQuery") : ""}
        />
      ) : null}
      <p className="visually-hidden" role="status">
        {state.announcement}
      </p>
      {removed ? (
        <p className="family-picker__undo">
          {removed.range} {removed.label} removed.{" "}
          <button
            className="button-link"
            onClick={() => {
              dispatch({ type: "undo", label: removed.label });
              input.current?.focus();
            }}
            type="button"
          >
            Undo
          </button>
        </p>
      ) : null}
      <ul className="picked-families" ref={list}>
        {state.rows.map((row, index) => {
          const name = (field: string) => `${prefix}.${index}.${field}`;
          return (
            <PickedFamily
              family={summarizeFamily(row.familyId)}
              familyId={row.familyId}
              key={row.familyId}
              name={name("familyId")}
              note={findFamily(row.familyId)?.status === "retired" ? "retired range" : null}
              onRemove={hydrated ? () => remove(row.familyId) : null}
            >
              {fields(row, name, formForRow(form, prefix, row, index))}
            </PickedFamily>
          );
        })}
      </ul>
    </div>
  );
}

/** The values of a row's controls at this moment, by field. */
function typedIn(row: Element, prefix: string): Record<string, string> {
  const controls = row.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
  return Object.fromEntries(
    [...controls]
      .filter((control) => control.name.startsWith(prefix) && !control.name.endsWith("familyId"))
      .filter((control) => control.type !== "radio" || ("checked" in control && control.checked))
      .map((control) => [control.name.slice(prefix.length), control.value]),
  );
}
