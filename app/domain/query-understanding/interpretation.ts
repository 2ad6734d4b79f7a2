import type { InterpretedCode } from "../job-search.ts";

export type InterpretationKind =
  | "code"
  | "credential"
  | "place"
  | "mode"
  | "pay"
  | "type"
  | "experience"
  | "specialty"
  | "setting";

/** What a stretch of a typed line asks of a job besides its words. */
export interface Asks {
  /** A job must hold one of these ("state:TX", "credential:CPC", "apprentice"). */
  anyOf?: readonly string[];
  /** Of these, the ones most likely meant: their jobs come first. */
  first?: readonly string[];
  /** Where, as `findNear` takes it, and miles around it; null for the usual ones. */
  near?: { place: string; radius: number | null };
  /** USD an hour. */
  payMin?: number;
  /** The codes of this stretch and, for each, the families that cover it. */
  codes?: { read: readonly InterpretedCode[]; covering: readonly (readonly string[])[] };
}

/** One stretch of a typed line and what it was taken for. */
export interface Interpretation {
  kind: InterpretationKind;
  /** In characters of the plain line. */
  start: number;
  end: number;
  /** The stretch itself. */
  typed: string;
  /** What it was taken for, in plain words: "Open to coders in Texas". */
  label: string;
  asks: Asks;
}

/** A city as the places' list knows it. */
export interface City {
  /** "Tampa, FL". */
  label: string;
  /** Postal code. */
  state: string;
  /** How many ZIP codes it has: the nearest thing to a size. */
  zips: number;
}

/** What the parser cannot know by itself; all in lower case, words separated by single spaces. */
export interface KnownNames {
  /** The largest city of a name. */
  city(name: string): City | null;
  cityIn(name: string, state: string): City | null;
  /** Whether there is such a ZIP code. */
  isZip(zip: string): boolean;
  /** Names of employers by their first word, each as its words. */
  employers: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A typed line, read. The spans of the interpretations do not overlap; what is between them is `rest`. */
export interface UnderstoodLine {
  /** The line made plain: one space between words, plain dashes, "HCC85" as "HCC 85". */
  line: string;
  /** In the order of the line. */
  interpretations: Interpretation[];
  /** What was not interpreted, tidied and joined by single spaces. */
  rest: string;
}
