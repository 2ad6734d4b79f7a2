export type SuggestionKind = "family" | "specialty" | "credential" | "place" | "employer";

/** Something a half-typed line may be meant as, and what choosing it does. */
export interface Suggestion {
  label: string;
  /** What tells it from others: a code range, an issuer; empty where nothing does. */
  detail: string;
  /** The filter it sets; null for an employer, who has a page of their own. */
  filter: { name: "family" | "specialty" | "credential" | "state" | "near"; value: string } | null;
  /** What stays typed when it is chosen: the line without the words it stands for. */
  rest: string;
  /** Where choosing it leads, by itself. */
  href: string;
}

export interface SuggestionGroup {
  kind: SuggestionKind;
  label: string;
  items: Suggestion[];
}
