/** What can count towards the removal of the -A. Months are whole months that signed letters cover. */
export interface ApprenticeProof {
  letterMonths: number;
  /** An 80-hour preparation course was completed. */
  course: boolean;
  practicode: boolean;
}

export interface ApprenticeStanding {
  /** Out of `monthsNeeded`: what letters cover and what a course or Practicode stands in for. */
  monthsCounted: number;
  monthsNeeded: number;
  complete: boolean;
  /** In reading order, one sentence each. */
  counts: string[];
  missing: string[];
}

const NEEDED = 24;
/** A course, or Practicode, stands in for one year. */
const STEP = 12;

/** The credential that removing the -A leads to ("CPC" of "CPC-A"), or null where `code` is no apprentice form. */
export const parentOfApprentice = (code: string): string | null =>
  code.endsWith("-A") ? code.slice(0, -2) : null;

/**
 * How far an apprentice is: two years of employment letters; one year of letters and the course or Practicode; or the
 * course and Practicode.
 */
export function apprenticeStanding(proof: ApprenticeProof): ApprenticeStanding {
  const letters = Math.min(NEEDED, Math.max(0, Math.floor(proof.letterMonths)));
  const steps = Number(proof.course) + Number(proof.practicode);
  const monthsCounted = Math.min(NEEDED, letters + steps * STEP);
  const complete = monthsCounted === NEEDED;
  const counts = [
    ...(letters > 0 ? [`Employment letters: ${months(letters)}.`] : []),
    ...(proof.course ? ["An 80-hour course: counts as one year."] : []),
    ...(proof.practicode ? ["Practicode: counts as one year."] : []),
  ];
  return {
    monthsCounted,
    monthsNeeded: NEEDED,
    complete,
    counts,
    missing: complete ? [] : whatIsMissing(proof, letters),
  };
}

function whatIsMissing({ course, practicode }: ApprenticeProof, letters: number): string[] {
  const either = course || practicode;
  const more = NEEDED - letters - (either ? STEP : 0);
  const other = course ? "Practicode" : practicode ? "an 80-hour course" : null;
  const byLetters = `Letters for ${months(more)} more, on letterhead, signed and dated.`;
  if (other) return [byLetters, `Or ${other}.`];
  if (letters >= STEP) return [byLetters, "Or an 80-hour course, or Practicode."];
  return [
    byLetters,
    `Or letters for ${months(STEP - letters)} more and an 80-hour course or Practicode.`,
    "Or an 80-hour course and Practicode.",
  ];
}

const months = (count: number): string => `${count} ${count === 1 ? "month" : "months"}`;
