/** Postal code → name, for the fifty states, DC and Puerto Rico. */
export const STATE_NAMES: Record<string, string> = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
  PR: "Puerto Rico",
};

const ALL = Object.keys(STATE_NAMES);

/** How a job limits where its coder may live. */
export type StateRule =
  | "all-states"
  | "listed-states"
  | "excluded-states"
  | "commutable"
  | "us-soil"
  | "license-compact";

/**
 * The states a coder may live in under a rule. "Within driving distance" means the job's own state;
 * the US-soil and licence rules do not limit by state.
 */
export function eligibleStates(
  rule: StateRule | null,
  listed: readonly string[],
  ownState: string | null,
): string[] {
  switch (rule) {
    case "listed-states":
      return ALL.filter((state) => listed.includes(state));
    case "excluded-states":
      return ALL.filter((state) => !listed.includes(state));
    case "commutable":
      return ownState ? [ownState] : [];
    case "all-states":
    case "us-soil":
    case "license-compact":
      return [...ALL];
    case null:
      return ownState ? [ownState] : [];
  }
}

/** "any state", "Ohio and Texas", "8 states", "any state except California and New York". */
export function describeStates(eligible: readonly string[]): string {
  const name = (state: string) => STATE_NAMES[state] ?? state;
  if (eligible.length === ALL.length) return "any state";
  if (eligible.length === 0) return "no state listed";
  if (eligible.length <= 3) return joinAnd(eligible.map(name));
  const missing = ALL.filter((state) => !eligible.includes(state));
  if (missing.length <= 3) return `any state except ${joinAnd(missing.map(name))}`;
  return `${eligible.length} states`;
}

function joinAnd(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
