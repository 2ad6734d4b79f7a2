import { findFamily, rangeOf } from "#app/domain/taxonomy/code-families.ts";
import { labelOf, SETTINGS } from "#app/domain/vocabulary.ts";
import type { SeedRow } from "../insert-rows.ts";
import type { Random } from "./random.ts";

const OPENINGS = [
  "A coder of ours is moving into education, and the queue is now yours.",
  "We have opened a second site and need a steady hand for its charts.",
  "Volume grew by a third this year. We are adding a seat, not stretching the ones we have.",
  "We are bringing this work back in house after four years with a vendor.",
  "The team has worked together for six years. You would be the eighth coder in it.",
];
const DAYS = [
  "A normal day is one work list, few interruptions, and queries that get an answer the same day.",
  "You keep your own queue. Two half hours a week go to audit feedback, both ways.",
  "Mornings belong to yesterday's charts, afternoons to edits and denials that need a coder's eye.",
  "Charts come in by service line, so you are not thrown from one specialty into the next.",
];
const EXPECT = [
  "You query when the note does not support the code, and you write the query yourself.",
  "You know the guidelines well enough to quote the section, and you say so when you are not sure.",
  "You keep accuracy first: speed follows after the first sixty days.",
  "You have done this work in the last two years, not only once.",
];
const STEPS = [
  "A short call, a one-hour coding test with redacted notes (paid), then one interview.",
  "A call with the coding manager, ten redacted cases, open book, and we share the result.",
  "One interview. No test if you can show an audited score from the last year.",
];
const OFFERS = [
  "Dues for one credential, code books each year, and paid hours for CEUs.",
  "Equipment supplied, health plan from the first month, sixteen paid days off.",
  "Four ten-hour days after ramp-up, and retirement match from day one.",
];

/** A posting in the plain words such jobs use; no two sections of two postings need be alike. */
export function describeJob(
  random: Random,
  job: { title: string; setting: string; requirements: readonly SeedRow<"jobRequirements">[] },
): string {
  const families = job.requirements.map(({ familyId = "" }) => familyLine(familyId));
  return [
    `${random.pick(OPENINGS)} ${random.pick(DAYS)}`,
    `### What you will code\n${labelOf(SETTINGS, job.setting)}:\n${families.join("\n")}`,
    `### What we expect\n${random
      .sample(EXPECT, 3)
      .map((line) => `- ${line}`)
      .join("\n")}`,
    `### What we offer\n${random.pick(OFFERS)}`,
    `### Hiring steps\n${random.pick(STEPS)}`,
  ].join("\n\n");
}

function familyLine(id: string): string {
  const family = findFamily(id);
  return family ? `- ${family.label} (${rangeOf(family)})` : `- ${id}`;
}
