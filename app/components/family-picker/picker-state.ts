import { MAX_PICKED, type PickedRow } from "./picked-rows.ts";

export interface PickerState {
  rows: readonly PickedRow[];
  /** The last row taken away and where it stood, so that it can come back. */
  removed: { row: PickedRow; index: number } | null;
  /** What a screen reader is told after the last change. */
  announcement: string;
}

export type PickerAction =
  | { type: "pick"; row: PickedRow; label: string }
  /** `fields` as typed at that moment: they come back with an undo. */
  | { type: "remove"; familyId: string; fields: Record<string, string>; label: string }
  | { type: "undo"; label: string };

const counted = (rows: readonly PickedRow[]): string =>
  rows.length === 1 ? "1 family picked." : `${rows.length} families picked.`;

/** Picks once, removes, brings back; each says what it did. */
export function pickerReducer(state: PickerState, action: PickerAction): PickerState {
  switch (action.type) {
    case "pick": {
      if (state.rows.some(({ familyId }) => familyId === action.row.familyId)) {
        return { ...state, announcement: `${action.label} is already picked.` };
      }
      if (state.rows.length >= MAX_PICKED) {
        return { ...state, announcement: `At most ${MAX_PICKED} families can be picked.` };
      }
      const rows = [...state.rows, action.row];
      return { rows, removed: null, announcement: `${action.label} picked. ${counted(rows)}` };
    }
    case "remove": {
      const index = state.rows.findIndex(({ familyId }) => familyId === action.familyId);
      if (index < 0) return state;
      const rows = state.rows.filter((_, at) => at !== index);
      return {
        rows,
        removed: { row: { familyId: action.familyId, fields: action.fields }, index },
        announcement: `${action.label} removed. ${counted(rows)}`,
      };
    }
    case "undo": {
      if (!state.removed) return state;
      const rows = state.rows.toSpliced(state.removed.index, 0, state.removed.row);
      return { rows, removed: null, announcement: `${action.label} is back. ${counted(rows)}` };
    }
  }
}
