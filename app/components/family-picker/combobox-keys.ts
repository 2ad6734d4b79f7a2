export interface ComboboxView {
  open: boolean;
  /** The option arrow keys stand on; -1 for none. */
  active: number;
  /** How many options the list offers. */
  count: number;
  empty: boolean;
}

export type ComboboxMove =
  | { type: "go"; active: number }
  | { type: "pick"; active: number }
  | { type: "close" }
  | { type: "clear" }
  | { type: "remove-last" }
  | null;

/** What a key means in the combobox (WAI-ARIA list autocomplete); null leaves it to the browser. */
export function comboboxMove(key: string, view: ComboboxView): ComboboxMove {
  const { open, active, count, empty } = view;
  switch (key) {
    case "ArrowDown":
      return count === 0 ? null : { type: "go", active: open ? (active + 1) % count : 0 };
    case "ArrowUp":
      return count === 0
        ? null
        : { type: "go", active: open && active > 0 ? active - 1 : count - 1 };
    case "Enter":
      // Never the form's: a half-typed code must not send a posting.
      if (open && active >= 0 && active < count) return { type: "pick", active };
      return empty ? null : { type: "go", active: count > 0 ? 0 : -1 };
    case "Escape":
      if (open && count > 0) return { type: "close" };
      return empty ? null : { type: "clear" };
    case "Backspace":
      return empty ? { type: "remove-last" } : null;
    default:
      return null;
  }
}
