import type { SeedRow } from "../insert-rows.ts";
import { kebabCase, seededUuid } from "../seeded-ids.ts";
import { drawCity } from "./cities.ts";
import { createRandom } from "./random.ts";

const FIRST = [
  "Alder",
  "Amber",
  "Beacon",
  "Birch",
  "Blue Heron",
  "Bright Harbor",
  "Canyon",
  "Cascade",
  "Cedar",
  "Clearwater",
  "Copper",
  "Crescent",
  "Eastfield",
  "Elm Grove",
  "Fairmont",
  "Falcon",
  "Foothill",
  "Granite",
  "Great Plains",
  "Greenway",
  "Harbor",
  "Hawthorne",
  "High Desert",
  "Ironwood",
  "Juniper",
  "Keystone",
  "Lakeshore",
  "Laurel",
  "Liberty",
  "Magnolia",
  "Maple",
  "Meadow",
  "Mesa",
  "Millbrook",
  "North Star",
  "Oak Hollow",
  "Palmetto",
  "Pine Ridge",
  "Prairie",
  "Redwood",
  "River Bend",
  "Rockport",
  "Sandhill",
  "Silver Lake",
  "Stonebridge",
  "Summit",
  "Sycamore",
  "Tidewater",
  "Union",
  "Valley",
  "Westbrook",
  "Willow",
];

const LAST: readonly (readonly [string, string, number])[] = [
  ["Health System", "health-system", 12],
  ["Regional Health", "health-system", 8],
  ["University Hospital", "academic-medical-center", 6],
  ["Community Hospital", "community-hospital", 9],
  ["Critical Access Hospital", "critical-access-hospital", 3],
  ["Children's Hospital", "childrens-hospital", 3],
  ["Physician Group", "physician-group", 12],
  ["Medical Associates", "physician-group", 8],
  ["Family Practice", "private-practice", 6],
  ["Surgery Centers", "asc-company", 5],
  ["Health Plan", "health-plan", 5],
  ["Coding Partners", "coding-vendor", 7],
  ["Health Staffing", "staffing-agency", 5],
  ["Revenue Services", "rcm-company", 6],
  ["Home Health", "home-health-agency", 5],
  ["Senior Living", "snf-operator", 3],
  ["Reference Laboratory", "laboratory", 4],
  ["Medical Supply", "dme-company", 2],
  ["Community Health Center", "fqhc", 3],
  ["Compliance Advisors", "consultancy", 2],
];

export const volumeEmployerId = (index: number): string => seededUuid(`volume employer ${index}`);

/** The employer at `index`: always the same one. */
export function employerRow(index: number, now: Date): SeedRow<"employers"> {
  const random = createRandom(`employer ${index}`);
  const [last, kind] = random.weigh(LAST.map((entry) => [entry, entry[2]] as const));
  const { city, state } = drawCity(random);
  const name = `${random.pick(FIRST)} ${last}${random.chance(0.4) ? ` of ${city}` : ""}`;
  return {
    id: volumeEmployerId(index),
    slug: `${kebabCase(name)}-${index + 1}`,
    name,
    kind,
    about: `${name} employs coders in ${city}, ${state}, and across the states its jobs list.`,
    city,
    state,
    verifiedAt: random.chance(0.8) ? now : null,
    createdAt: now,
    updatedAt: now,
  };
}
