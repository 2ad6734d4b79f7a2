import type { Raise, RaiseStep } from "./match-raise.ts";
import { formatMonths } from "./requirement.ts";
import { summarizeFamily } from "./taxonomy/code-families.ts";
import { labelOf, SETTINGS, SPECIALTIES } from "./vocabulary.ts";

/** One step in words, with the whole points it brings: ready for a page that does not know the taxonomy. */
export interface RaiseLine {
  sentence: string;
  points: number;
}

export const raiseLines = (raises: readonly Raise[]): RaiseLine[] =>
  raises.map(({ step, points }) => ({ sentence: describeStep(step), points }));

function describeStep(step: RaiseStep): string {
  switch (step.kind) {
    case "experience": {
      const family = summarizeFamily(step.familyId);
      const name = family ? `${family.range} ${family.label}` : step.familyId;
      return step.months > 1
        ? `${formatMonths(step.months)} in ${name}, up to now`
        : `Any recent experience in ${name}`;
    }
    case "credential":
      return `A current ${step.code}`;
    case "setting":
      return `Experience in this setting: ${labelOf(SETTINGS, step.slug)}`;
    case "specialty":
      return `Experience in this specialty: ${labelOf(SPECIALTIES, step.slug)}`;
  }
}
