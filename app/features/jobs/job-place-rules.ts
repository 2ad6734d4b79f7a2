import { STATE_NAMES } from "#app/domain/us-states.ts";
import type { PartialJob } from "./job.form.ts";

/** A sentence beside a field. */
export interface Refusal {
  name: keyof PartialJob;
  sentence: string;
}

export interface Place {
  city: string;
  state: string;
  zip: string | null;
  latitude: number;
  longitude: number;
}

/** Finds a US place by what is known of it; null when there is none. */
export type FindPlace = (place: {
  city: string;
  state: string | null;
  zip: string;
}) => Place | null;

/** Work modes that happen, at least at first, at a place. */
const PLACED = ["onsite", "hybrid", "remote-after-training"];
/** Work modes that happen, at least later, at home. */
const AT_HOME = ["remote", "remote-after-training"];

/** Where the job is, and where its coder may live. */
export function placeRules(job: PartialJob, findPlace: FindPlace): Refusal[] {
  const { workMode, city, state, zip, stateRule, listedStates } = job;
  const refusals: Refusal[] = [];
  const named = Boolean(city || zip);
  if (workMode && PLACED.includes(workMode) && !named) {
    refusals.push({
      name: "city",
      sentence:
        "Say where: this job is done at a place, so give its city and state, or its ZIP code.",
    });
  }
  if (named && zip !== null) {
    if (!zip && !state) {
      refusals.push({ name: "state", sentence: `Choose the state ${city} is in.` });
    } else if (!findPlace({ city: city ?? "", state, zip })) {
      refusals.push(unknownPlace(job, findPlace));
    }
  }
  if (workMode && AT_HOME.includes(workMode) && stateRule === null) {
    refusals.push({
      name: "stateRule",
      sentence: "Say where a coder may live: “remote” alone leaves out what coders need to know.",
    });
  }
  if (
    (stateRule === "listed-states" || stateRule === "excluded-states") &&
    listedStates?.length === 0
  ) {
    refusals.push({ name: "listedStates", sentence: "Choose the states this rule is about." });
  }
  if (stateRule === "commutable" && !named && !state) {
    refusals.push({
      name: "state",
      sentence: "Driving distance from where? Give a city and state, or a ZIP code.",
    });
  }
  return refusals;
}

function unknownPlace({ city, state, zip }: PartialJob, findPlace: FindPlace): Refusal {
  const five = zip?.slice(0, 5) ?? "";
  const byZip = five ? findPlace({ city: "", state: null, zip: five }) : null;
  if (byZip && state && byZip.state !== state) {
    return {
      name: "zip",
      sentence: `ZIP code ${five} is in ${STATE_NAMES[byZip.state] ?? byZip.state}, not ${STATE_NAMES[state] ?? state}.`,
    };
  }
  if (five) return { name: "zip", sentence: `We do not know the ZIP code ${five}.` };
  return {
    name: "city",
    sentence: `We do not know ${city} in ${STATE_NAMES[state ?? ""] ?? state}. Check the spelling, or give a ZIP code.`,
  };
}
