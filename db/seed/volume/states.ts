import { eligibleStates, STATE_NAMES, type StateRule } from "#app/domain/us-states.ts";
import type { SeedRow } from "../insert-rows.ts";
import type { Random } from "./random.ts";

const ALL = Object.keys(STATE_NAMES);
const OFTEN_EXCLUDED = ["CA", "NY", "CO", "WA", "AK", "HI", "NJ", "MA"];

/** Where a coder may live, by work mode, for a job in `home`. */
export function drawStates(random: Random, workMode: string, home: string): SeedRow<"jobs"> {
  const rule: StateRule =
    workMode === "onsite" || workMode === "hybrid"
      ? "commutable"
      : random.weigh<StateRule>([
          ["all-states", 34],
          ["listed-states", 36],
          ["excluded-states", 20],
          ["us-soil", 10],
        ]);
  const listedStates =
    rule === "listed-states"
      ? [...new Set([home, ...random.sample(ALL, random.whole(2, 14))])]
      : rule === "excluded-states"
        ? random.sample(
            OFTEN_EXCLUDED.filter((state) => state !== home),
            random.whole(2, 5),
          )
        : [];
  return {
    stateRule: rule,
    listedStates,
    eligibleStates: eligibleStates(rule, listedStates, home),
  };
}
