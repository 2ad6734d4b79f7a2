import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { STATE_NAMES } from "#app/domain/us-states.ts";

/**
 * Every US city and ZIP code, in a form that is read in some fifty milliseconds. Made when the site is built: to count
 * it from the list of the package takes ten times as long, and holds the whole process meanwhile.
 */
export interface PlaceList {
  form: typeof FORM;
  /** The largest first. */
  cities: CityRow[];
  zips: ZipRow[];
}

type CityRow = [
  /** "tampa fl". */
  key: string,
  /** "Tampa, FL". */
  label: string,
  latitude: number,
  longitude: number,
  /** How many ZIP codes it has. */
  zips: number,
];

/** `label` where the ZIP code spells its city's name otherwise. */
type ZipRow = [zip: string, city: number, latitude: number, longitude: number, label?: string];

// To be raised with any change of what is counted here: a list built in another form is not read.
const FORM = 1;
const FILE = path.join("build", "places.json");

const SHORT: Record<string, string> = { st: "saint", ste: "sainte", ft: "fort", mt: "mount" };

/** "St. Louis" and "Winston-Salem" as the ZIP list writes them: "saint louis", "winston salem". */
export const plainName = (typed: string): string =>
  typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => SHORT[word] ?? word)
    .join(" ");

let list: PlaceList | null = null;

/** The list as it was built in the directory the process runs in; counted here where none was. */
export function placeList(): PlaceList {
  list ??= builtList() ?? countPlaces();
  return list;
}

function builtList(): PlaceList | null {
  try {
    const built: PlaceList = JSON.parse(readFileSync(FILE, "utf8"));
    return built.form === FORM ? built : null;
  } catch {
    return null;
  }
}

interface ZipCode {
  zip: string;
  city: string;
  state: string;
  country: string;
  latitude: number;
  longitude: number;
}

/** Counts the list from the package's, which is 5 MB of source and therefore only loaded here. */
export function countPlaces(): PlaceList {
  const require = createRequire(import.meta.url);
  const { codes }: { codes: Record<string, ZipCode> } = require("zipcodes");
  const cities = new Map<string, CityRow>();
  const zips: { row: ZipRow; city: CityRow }[] = [];
  for (const { zip, city: name, state, country, latitude, longitude } of Object.values(codes)) {
    if (country !== "US" || !(state in STATE_NAMES)) continue;
    const label = `${name}, ${state}`;
    const key = `${plainName(name)} ${state.toLowerCase()}`;
    const city: CityRow = cities.get(key) ?? [key, label, 0, 0, 0];
    city[4] += 1;
    // The middle of its ZIP codes, kept as a running mean.
    city[2] += (latitude - city[2]) / city[4];
    city[3] += (longitude - city[3]) / city[4];
    cities.set(key, city);
    const row: ZipRow = [zip, 0, latitude, longitude];
    if (label !== city[1]) row.push(label);
    zips.push({ row, city });
  }
  const largestFirst = [...cities.values()].toSorted((a, b) => b[4] - a[4]);
  for (const city of largestFirst) {
    city[2] = rounded(city[2]);
    city[3] = rounded(city[3]);
  }
  const at = new Map(largestFirst.map((city, index) => [city, index]));
  for (const { row, city } of zips) row[1] = at.get(city) ?? 0;
  return { form: FORM, cities: largestFirst, zips: zips.map(({ row }) => row) };
}

/** To a yard. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
