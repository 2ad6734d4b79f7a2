const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another ("YYYY-MM-DD" both); negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
