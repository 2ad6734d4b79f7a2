import {
  MAX_PICKED,
  newRow,
  type PickedRow,
  type PickerPrefix,
  rowsFromValues,
  valuesWithRows,
} from "#app/components/family-picker/picked-rows.ts";
import type { FormErrors, FormState, FormValues } from "#app/components/form-state.ts";
import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import { type FamilySummaryWithPath, searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { formValues } from "./parse-form.server.ts";

export interface FamilyPickerAnswer {
  /** The whole form as typed, with its rows changed; return it to the page with status 200. */
  form: FormState;
  /** Hits to offer as checkboxes; null when nothing was searched. */
  found: FamilySummaryWithPath[] | null;
}

const FOUND_AT_MOST = 24;

/**
 * The family picker for pages without JavaScript: finds, adds and removes families in a form that keeps all it
 * holds. null when the pressed button was not the picker's, so that the action goes on to its own work.
 */
export function applyFamilyPicker(form: FormData, prefix: PickerPrefix): FamilyPickerAnswer | null {
  const intent = String(form.get("intent") ?? "");
  const query = String(form.get("familyQuery") ?? "").trim();
  const { intent: _intent, addFamily: _added, ...typed } = formValues(form);
  const rows = rowsFromValues(typed, prefix);
  const answer = (
    values: FormValues,
    error?: string,
    found: FamilySummaryWithPath[] | null = null,
  ) => {
    const errors: FormErrors = error ? { [prefix]: [error] } : {};
    return { form: { values, errors }, found };
  };

  if (intent === "find-families") {
    return query === ""
      ? answer(typed, "Type a word, a code or a range to find families.")
      : answer(typed, undefined, searchFamilies(query, FOUND_AT_MOST));
  }
  if (intent === "add-families") {
    const ticked = form.getAll("addFamily").map(String);
    const added = ticked.filter((id) => findFamily(id));
    if (added.length === 0) {
      return answer(
        typed,
        "Tick at least one family to add.",
        searchFamilies(query, FOUND_AT_MOST),
      );
    }
    return answer({
      ...valuesWithRows(typed, prefix, withRows(rows, added, prefix)),
      familyQuery: [""],
    });
  }
  if (intent.startsWith("remove-family:")) {
    const id = intent.slice("remove-family:".length);
    const left = rows.filter(({ familyId }) => familyId !== id);
    return answer(valuesWithRows(typed, prefix, left));
  }
  return null;
}

function withRows(rows: PickedRow[], ids: string[], prefix: PickerPrefix): PickedRow[] {
  const known = new Set(rows.map(({ familyId }) => familyId));
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  return [...rows, ...fresh.map((id) => newRow(prefix, id))].slice(0, MAX_PICKED);
}
