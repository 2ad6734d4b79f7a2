// Apart from the form's schema, so that the search page does not carry the schema library.
export const FREQUENCIES = [
  { value: "instant", label: "Within minutes" },
  { value: "daily", label: "Every morning" },
  { value: "weekly", label: "Every Monday" },
] as const;
