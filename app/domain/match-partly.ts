import { RECENT_MONTHS, STILL_IN_USE_MONTHS } from "./experience-evidence.ts";
import { BREADTH, FAMILY_WORTH } from "./family-match.ts";
import { PREFERRED_POINTS } from "./match-credentials.ts";
import { formatMonths } from "./requirement.ts";

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** What earns a part of a line's points, and which part: the figures are those the score is made with. */
export const COUNTED_IN_PART: readonly { id: string; what: string; worth: string }[] = [
  {
    id: "months",
    what: "Fewer months than asked in a family",
    worth: "The part you have: 12 of 24 months are half",
  },
  {
    id: "recent",
    what: `Months longer ago than ${formatMonths(RECENT_MONTHS)}, or not dated`,
    worth: `Half. Used within the last ${STILL_IN_USE_MONTHS} months counts as still in use`,
  },
  {
    id: "section",
    what: "Experience stated for the section a family stands in",
    worth: percent(FAMILY_WORTH.section),
  },
  {
    id: "system",
    what: "Experience stated for a whole code system",
    worth: percent(FAMILY_WORTH.system),
  },
  {
    id: "history",
    what: "Experience in the codes a family replaced",
    worth: `Up to ${percent(FAMILY_WORTH.history)}`,
  },
  {
    id: "breadth",
    what: "A whole section asked: your best three families in it count",
    worth: BREADTH.map(percent).join(", then "),
  },
  {
    id: "rule",
    what: "Some of the credentials asked together",
    worth: "What is lacking of the set you are nearest to counts, the first most",
  },
  {
    id: "preferred",
    what: "A credential that is preferred, not required",
    worth: `${PREFERRED_POINTS} points of the credential line`,
  },
  {
    id: "setting",
    what: "The setting or the specialty, not both",
    worth: percent(0.5),
  },
  {
    id: "state",
    what: "A state you can work from, where you do not live",
    worth: percent(0.5),
  },
  { id: "level", what: "One level below the one asked", worth: percent(0.5) },
];
