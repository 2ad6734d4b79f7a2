import { createRequire } from "node:module";

export interface ZipCode {
  zip: string;
  latitude: number;
  longitude: number;
  city: string;
  state: string;
}

// The package is CommonJS without types; only this much of it is used.
const zipcodes = createRequire(import.meta.url)("zipcodes") as {
  lookupByName(city: string, state: string): ZipCode[];
  codes: Record<string, ZipCode & { country: string }>;
};

/** Every US ZIP code, in order. */
export const allZipCodes = (): ZipCode[] =>
  Object.values(zipcodes.codes).filter(({ country }) => country === "US");

/** A US city with its coordinates: the middle one of its ZIP codes. Throws when the city is unknown. */
export function findCity(city: string, state: string): ZipCode {
  const spellings = [city, city.replace(/^St\. /, "Saint "), city.replace(/^Saint /, "St. ")];
  for (const spelling of spellings) {
    const codes = zipcodes.lookupByName(spelling, state);
    const middle = codes[Math.floor(codes.length / 2)];
    if (middle) return { ...middle, city };
  }
  throw new Error(`No ZIP code is known for ${city}, ${state}.`);
}
