import type { FormValues } from "../form-state.ts";
import type { FormRow } from "./rows.ts";

export interface RowListState {
  rows: readonly FormRow[];
  /** The last row taken away and where it stood, so that it can come back. */
  removed: { row: FormRow; index: number } | null;
  /** How many rows were ever added here: keys must not repeat. */
  added: number;
  /** What a screen reader is told after the last change. */
  announcement: string;
  /** The row the focus goes to. */
  focusKey: string | null;
}

export type RowListAction =
  | { type: "add"; prefix: string; noun: string }
  /** `typed` as it stood at that moment: it comes back with an undo. */
  | { type: "remove"; key: string; typed: FormValues; noun: string }
  | { type: "undo"; noun: string };

/** Adds at the end, removes, brings back; each says what it did. */
export function rowListReducer(state: RowListState, action: RowListAction): RowListState {
  switch (action.type) {
    case "add": {
      const key = `${action.prefix}-new-${state.added + 1}`;
      return {
        ...state,
        rows: [...state.rows, { key, values: {}, errors: {} }],
        added: state.added + 1,
        announcement: `${action.noun} ${state.rows.length + 1} added.`,
        focusKey: key,
      };
    }
    case "remove": {
      const index = state.rows.findIndex(({ key }) => key === action.key);
      const row = state.rows[index];
      if (!row) return state;
      return {
        ...state,
        rows: state.rows.toSpliced(index, 1),
        removed: { row: { ...row, values: action.typed }, index },
        announcement: `${action.noun} ${index + 1} removed.`,
        focusKey: null,
      };
    }
    case "undo": {
      if (!state.removed) return state;
      const { row, index } = state.removed;
      return {
        ...state,
        rows: state.rows.toSpliced(index, 0, row),
        removed: null,
        announcement: `${action.noun} ${index + 1} is back.`,
        focusKey: row.key,
      };
    }
  }
}
