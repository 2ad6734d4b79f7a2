import { placeList, plainName } from "#app/platform/place-list.server.ts";
import type { FindPlace, Place } from "./job-place-rules.ts";

interface Known {
  /** "Tampa, FL". */
  label: string;
  latitude: number;
  longitude: number;
}

let known: { byCity: Map<string, Known>; byZip: Map<string, Known> } | null = null;

function places() {
  if (known) return known;
  const { cities, zips } = placeList();
  const byCity = new Map(
    cities.map(([key, label, latitude, longitude]) => [key, { label, latitude, longitude }]),
  );
  const byZip = new Map(
    zips.map(([zip, city, latitude, longitude, label = cities[city]?.[1] ?? ""]) => [
      zip,
      { label, latitude, longitude },
    ]),
  );
  known = { byCity, byZip };
  return known;
}

/** Finds a US place offline: by its ZIP code (which must lie in `state` when given), else by city and state. */
export const findPlace: FindPlace = ({ city, state, zip }) => {
  if (zip) return byZip(zip.slice(0, 5), city, state);
  const found = state
    ? places().byCity.get(`${plainName(city)} ${state.toLowerCase()}`)
    : undefined;
  if (!found || !state) return null;
  return { city, state, zip: null, latitude: found.latitude, longitude: found.longitude };
};

function byZip(zip: string, city: string, state: string | null): Place | null {
  const found = places().byZip.get(zip);
  const own = found?.label.slice(-2);
  if (!found || !own || (state && own !== state)) return null;
  const { label, latitude, longitude } = found;
  return { city: city || label.slice(0, -4), state: own, zip, latitude, longitude };
}
