import zipcodes from "zipcodes";
import type { FindPlace, Place } from "./job-place-rules.ts";

const WORDS: Record<string, string> = { st: "saint", ste: "sainte", ft: "fort", mt: "mount" };

/** "St. Louis" and "Winston-Salem" as the ZIP list writes them: "saint louis", "winston salem". */
const plainName = (city: string): string =>
  city
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => WORDS[word] ?? word)
    .join(" ");

const citiesByState = new Map<string, Map<string, { latitude: number; longitude: number }>>();

/** A state's cities with the middle of their ZIP codes, worked out on first use. */
function citiesOf(state: string) {
  const known = citiesByState.get(state);
  if (known) return known;
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const { city, latitude, longitude } of zipcodes.lookupByState(state)) {
    const name = plainName(city);
    const sum = sums.get(name) ?? { latitude: 0, longitude: 0, count: 0 };
    sums.set(name, {
      latitude: sum.latitude + latitude,
      longitude: sum.longitude + longitude,
      count: sum.count + 1,
    });
  }
  const cities = new Map(
    [...sums].map(([name, { latitude, longitude, count }]) => [
      name,
      { latitude: latitude / count, longitude: longitude / count },
    ]),
  );
  citiesByState.set(state, cities);
  return cities;
}

/** Finds a US place offline: by its ZIP code (which must lie in `state` when given), else by city and state. */
export const findPlace: FindPlace = ({ city, state, zip }) => {
  if (zip) return byZip(zip.slice(0, 5), city, state);
  const middle = state ? citiesOf(state).get(plainName(city)) : undefined;
  return middle && state ? { city, state, zip: null, ...middle } : null;
};

function byZip(zip: string, city: string, state: string | null): Place | null {
  const found = zipcodes.lookup(zip);
  if (found?.country !== "US" || (state && found.state !== state)) return null;
  const { latitude, longitude } = found;
  return { city: city || found.city, state: found.state, zip, latitude, longitude };
}
