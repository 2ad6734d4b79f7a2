import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { createRandom, type Random } from "#db/seed/volume/random.ts";

/** What a job is asked for by: facet values ("state:TX"), its title, place and pay. */
export interface Sample {
  values: readonly string[];
  title: string;
  place: string | null;
  hourlyMax: number | null;
}

const FAMILY = new Set(CODE_FAMILIES.filter(({ level }) => level === "family").map(({ id }) => id));

/**
 * Search number `index`, the same on every run: somebody who has a job like `sample` in mind. Of a hundred, 60 name a specialty or
 * a code family, 30 type words of the title, 10 only a state, a credential and a setting; most add a state, a mode, a
 * credential, pay or a radius.
 */
export function drawSearch(index: number, samples: readonly Sample[]): URLSearchParams {
  const random = createRandom(`search ${index}`);
  const sample = random.pick(samples);
  const params = new URLSearchParams();
  const add = (facet: string) => {
    const held = sample.values.filter((value) => value.startsWith(`${facet}:`));
    const known = facet === "family" ? held.filter((one) => FAMILY.has(one.slice(7))) : held;
    if (known.length > 0) params.append(facet, random.pick(known).slice(facet.length + 1));
  };
  const core = random.weigh<Core>([
    ["specialty", 35],
    ["family", 25],
    ["words", 30],
    ["none", 10],
  ]);
  if (core === "words") params.set("q", wordsOf(random, sample.title));
  else if (core !== "none") add(core);
  if (core === "none" || random.chance(0.5)) add("state");
  if (core === "none" || random.chance(0.5)) add("credential");
  if (core === "none" || random.chance(0.5)) add("setting");
  if (random.chance(0.4)) add("mode");
  if (random.chance(0.2)) add("type");
  if (random.chance(0.3)) add("experience");
  if (random.chance(0.2) && sample.hourlyMax !== null) {
    params.set("payMin", String(Math.floor(sample.hourlyMax * 0.8)));
  }
  if (sample.place !== null && !params.has("state") && random.chance(0.2)) {
    params.set("near", sample.place);
    params.set("radius", random.pick(["25", "50", "100"]));
  }
  return params;
}

type Core = "specialty" | "family" | "words" | "none";

function wordsOf(random: Random, title: string): string {
  const words = title.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length > 2);
  return words.slice(0, random.whole(1, 2)).join(" ");
}
