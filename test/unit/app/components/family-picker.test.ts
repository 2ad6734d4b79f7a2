import { describe, expect, test } from "vitest";
import { comboboxMove } from "#app/components/family-picker/combobox-keys.ts";
import {
  formForRow,
  MAX_PICKED,
  newRow,
  rowsFromValues,
} from "#app/components/family-picker/picked-rows.ts";
import { type PickerState, pickerReducer } from "#app/components/family-picker/picker-state.ts";

const start: PickerState = {
  rows: [
    { familyId: "cpt-echo", fields: { months: "24" } },
    { familyId: "cpt-cabg", fields: {} },
  ],
  removed: null,
  announcement: "",
};

describe("Picking families", () => {
  test("a pick goes to the end and says how many there are", () => {
    const row = newRow("experience", "cpt-structural-septal");
    const next = pickerReducer(start, { type: "pick", row, label: "Septal closure" });
    expect(next.rows.at(-1)).toEqual(row);
    expect(next.announcement).toBe("Septal closure picked. 3 families picked.");
  });

  test("a family is never picked twice", () => {
    const row = newRow("experience", "cpt-echo");
    const next = pickerReducer(start, { type: "pick", row, label: "Echo" });
    expect(next.rows).toEqual(start.rows);
    expect(next.announcement).toBe("Echo is already picked.");
  });

  test("no more than the most a form accepts", () => {
    const rows = Array.from({ length: MAX_PICKED }, (_, n) => ({ familyId: `f${n}`, fields: {} }));
    const row = newRow("experience", "one-more");
    const next = pickerReducer({ ...start, rows }, { type: "pick", row, label: "One more" });
    expect(next.rows).toHaveLength(MAX_PICKED);
  });

  test("an undo brings a removed family back where it stood, with what was typed", () => {
    const fields = { months: "30" };
    const gone = pickerReducer(start, {
      type: "remove",
      familyId: "cpt-echo",
      fields,
      label: "Echo",
    });
    expect(gone.rows.map(({ familyId }) => familyId)).toEqual(["cpt-cabg"]);
    expect(gone.announcement).toBe("Echo removed. 1 family picked.");
    const back = pickerReducer(gone, { type: "undo", label: "Echo" });
    expect(back.rows[0]).toEqual({ familyId: "cpt-echo", fields });
  });

  test("removing what is not there changes nothing", () => {
    const action = { type: "remove", familyId: "no-such", fields: {}, label: "" } as const;
    expect(pickerReducer(start, action)).toBe(start);
  });
});

describe("Keys in the combobox", () => {
  const view = { open: true, active: 0, count: 3, empty: false };

  test("arrows go round the list and open it", () => {
    expect(comboboxMove("ArrowDown", { ...view, active: 2 })).toEqual({ type: "go", active: 0 });
    expect(comboboxMove("ArrowUp", view)).toEqual({ type: "go", active: 2 });
    expect(comboboxMove("ArrowDown", { ...view, open: false, active: 1 })).toEqual({
      type: "go",
      active: 0,
    });
  });

  test("Enter picks, and never submits a half-typed code", () => {
    expect(comboboxMove("Enter", view)).toEqual({ type: "pick", active: 0 });
    expect(comboboxMove("Enter", { ...view, count: 0, open: false })).not.toBeNull();
    expect(comboboxMove("Enter", { ...view, count: 0, open: false, empty: true })).toBeNull();
  });

  test("Escape closes the list, then clears the box, then is the browser's", () => {
    expect(comboboxMove("Escape", view)).toEqual({ type: "close" });
    expect(comboboxMove("Escape", { ...view, open: false })).toEqual({ type: "clear" });
    expect(comboboxMove("Escape", { ...view, open: false, empty: true })).toBeNull();
  });

  test("Backspace removes the last family only from an empty box", () => {
    expect(comboboxMove("Backspace", { ...view, empty: true })).toEqual({ type: "remove-last" });
    expect(comboboxMove("Backspace", view)).toBeNull();
  });
});

describe("Rows in a form", () => {
  const values = {
    "experience.10.familyId": ["b"],
    "experience.10.months": ["9"],
    "experience.2.familyId": ["a"],
    "experience.2.months": ["x"],
    "experience.3.months": ["7"],
    "requirements.0.familyId": ["c"],
  };

  test("are read in number order; a row without a family is none", () => {
    expect(rowsFromValues(values, "experience")).toEqual([
      { familyId: "a", fields: { months: "x" } },
      { familyId: "b", fields: { months: "9" } },
    ]);
  });

  test("keep their own errors when their number changes", () => {
    const form = { values, errors: { "experience.2.months": ["Give a number."] } };
    const row = { familyId: "a", fields: {} };
    expect(formForRow(form, "experience", row, 0)?.errors).toEqual({
      "experience.0.months": ["Give a number."],
    });
    expect(formForRow(form, "experience", { familyId: "b", fields: {} }, 2)?.errors).toEqual({});
  });
});
