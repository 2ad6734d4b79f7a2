import { describeStates } from "./us-states.ts";

/** Where a job is done, as its row and page say it. */
export interface JobPlace {
  workMode: string;
  city: string | null;
  state: string | null;
  eligibleStates: readonly string[];
}

/** "Tampa, FL", "Florida alone" as "FL", or null when no place is stated. */
const town = ({ city, state }: JobPlace): string | null =>
  [city, state].filter(Boolean).join(", ") || null;

/** "Remote, may live in 31 states", "Tampa, FL, on site", "Tampa, FL, hybrid". */
export function describePlace(place: JobPlace): string {
  const where = town(place);
  const living =
    place.eligibleStates.length > 0 ? `may live in ${describeStates(place.eligibleStates)}` : null;
  switch (place.workMode) {
    case "remote":
      return living ? `Remote, ${living}` : "Remote";
    case "remote-after-training":
      return [where ? `Remote after training in ${where}` : "Remote after training", living]
        .filter(Boolean)
        .join("; ");
    case "hybrid":
      return where ? `${where}, hybrid` : "Hybrid";
    default:
      return where ? `${where}, on site` : "On site";
  }
}

/** "12 miles", "1 mile", "less than a mile". */
export function describeMiles(miles: number): string {
  const whole = Math.round(miles);
  if (whole === 0) return "less than a mile";
  return whole === 1 ? "1 mile" : `${whole} miles`;
}
