import { STATE_NAMES } from "#app/domain/us-states.ts";
import { allZipCodes, type ZipCode } from "../places.ts";
import type { Random } from "./random.ts";

interface City {
  place: ZipCode;
  /** How many ZIP codes it has: near enough to its size. */
  size: number;
}

const LARGEST_PER_STATE = 40;

let known: (readonly [readonly (readonly [ZipCode, number])[], number])[] | null = null;

/** A US city: every state is met, larger ones more often, and larger cities more often still. */
export function drawCity(random: Random): ZipCode {
  known ??= citiesByState();
  return random.weigh(random.weigh(known));
}

function citiesByState() {
  const cities = new Map<string, City>();
  for (const place of allZipCodes()) {
    // The list holds a few postal short forms ("Atl").
    if (!(place.state in STATE_NAMES) || place.city.length < 4) continue;
    const key = `${place.state} ${place.city}`;
    const city = cities.get(key);
    if (city) city.size += 1;
    else cities.set(key, { place, size: 1 });
  }
  const states = Map.groupBy(cities.values(), ({ place }) => place.state);
  return [...states.keys()].sort().map((state) => {
    const largest = (states.get(state) ?? [])
      .sort((a, b) => b.size - a.size || (a.place.zip < b.place.zip ? -1 : 1))
      .slice(0, LARGEST_PER_STATE)
      .map(({ place, size }) => [place, size] as const);
    const weight = Math.sqrt(largest.reduce((sum, [, size]) => sum + size, 0));
    return [largest, weight] as const;
  });
}
