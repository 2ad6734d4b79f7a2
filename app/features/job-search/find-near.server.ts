import type { Point } from "#app/domain/job-query.ts";
import type { City, KnownNames } from "#app/domain/query-understanding/interpretation.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import { matchQuality } from "#app/domain/word-match.ts";
import { placeList, plainName } from "#app/platform/place-list.server.ts";

export interface NamedPlace extends Point {
  /** "Tampa, FL". */
  label: string;
}

interface KnownCity extends NamedPlace, City {}

interface Places {
  zip: (zip: string) => NamedPlace | null;
  /** By "tampa fl". */
  byCityAndState: Map<string, KnownCity>;
  /** The largest of a name. */
  byCity: Map<string, KnownCity>;
  /** "tampa fl" and its city by the first letter, the largest first. */
  byLetter: Map<string, (readonly [name: string, city: KnownCity])[]>;
}

// Longest first: Charleston is in West Virginia, not in Charleston West, Virginia.
const STATE_CODES = Object.entries(STATE_NAMES)
  .map(([code, name]) => [name.toLowerCase(), code.toLowerCase()] as const)
  .toSorted(([one], [other]) => other.length - one.length);
const NICKNAMES: Record<string, string> = {
  nyc: "new york ny",
  "new york city": "new york ny",
  la: "los angeles ca",
  dc: "washington dc",
  "washington d c": "washington dc",
  "washington dc": "washington dc",
  philly: "philadelphia pa",
  vegas: "las vegas nv",
};

let places: Places | null = null;

/**
 * A US place by its ZIP code ("33602"), its city and state ("Tampa, FL", "tampa florida") or its city alone, which
 * means the largest of that name. Offline; the list is read on first use. Null when none is known.
 */
export async function findNear(typed: string): Promise<NamedPlace | null> {
  places ??= openPlaces();
  const { byCityAndState, byCity } = places;
  const zip = /(?:^|\D)(\d{5})(?:-\d{4})?\s*$/.exec(typed)?.[1];
  if (zip) return places.zip(zip);
  const name = plainName(typed);
  const asked = NICKNAMES[name] ?? name;
  return byCityAndState.get(withStateCode(asked)) ?? byCity.get(asked) ?? null;
}

/** The cities and ZIP codes for the reading of a typed line; the same list `findNear` uses. */
export async function knownPlaces(): Promise<Omit<KnownNames, "employers">> {
  places ??= openPlaces();
  const { zip: placeOfZip, byCityAndState, byCity } = places;
  const named = (name: string) => NICKNAMES[name] ?? plainName(name);
  return {
    city: (name) => byCity.get(named(name)) ?? byCityAndState.get(named(name)) ?? null,
    cityIn: (name, state) =>
      byCityAndState.get(`${plainName(name)} ${state.toLowerCase()}`) ?? null,
    isZip: (zip) => placeOfZip(zip) !== null,
  };
}

// Only these are looked through for a slip of the keyboard.
const LARGE = 8;
// ZIP codes of offices stand in the list beside those of cities.
const NO_CITY = /\b(?:dept|service|services|fulfill|fulfillment|correction|bank|irs|comptroller)\b/;

/**
 * Cities whose name, or name and state ("tampa f"), begins with a text, the largest first; where none does, large ones
 * it is a typo away from.
 */
export async function citiesByStart(): Promise<(start: string, limit: number) => City[]> {
  places ??= openPlaces();
  const { byLetter } = places;
  return (start, limit) => {
    const name = withStateCode(plainName(start));
    const known = byLetter.get(name[0] ?? "") ?? [];
    const found: City[] = [];
    for (const [own, city] of known) {
      // Of few letters a village is not meant.
      if (NO_CITY.test(own)) continue;
      if (own.startsWith(name) && (city.zips > 2 || name.length > 4)) found.push(city);
      if (found.length === limit) break;
    }
    if (found.length > 0 || name.length < 5) return found;
    return known
      .filter(([own, { zips }]) => zips >= LARGE && matchQuality(name, own.slice(0, -3)) > 0)
      .slice(0, limit)
      .map(([, city]) => city);
  };
}

/** "tampa florida" → "tampa fl". */
function withStateCode(name: string): string {
  for (const [state, code] of STATE_CODES) {
    if (name.endsWith(` ${state}`)) return `${name.slice(0, -state.length)}${code}`;
  }
  return name;
}

function openPlaces(): Places {
  const { cities, zips } = placeList();
  const known = cities.map(([key, label, latitude, longitude, count]): [string, KnownCity] => [
    key,
    { label, state: label.slice(-2), latitude, longitude, zips: count },
  ]);
  const byCity = new Map<string, KnownCity>();
  for (const [key, city] of known) {
    const name = key.slice(0, -3);
    if (!byCity.has(name)) byCity.set(name, city);
  }
  const byZip = new Map(zips.map((row) => [row[0], row]));
  return {
    zip: (zip) => {
      const row = byZip.get(zip);
      if (!row) return null;
      const [, city, latitude, longitude, label = known[city]?.[1].label ?? ""] = row;
      return { label, latitude, longitude };
    },
    byCityAndState: new Map(known),
    byCity,
    byLetter: Map.groupBy(known, ([name]) => name[0] ?? ""),
  };
}
