/** Numbers that look random and are the same for the same key, for ever (mulberry32). */
export interface Random {
  /** 0 ≤ value < 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
  /** Picks by weight; weights need not add up to anything. */
  weigh<Value>(from: readonly (readonly [Value, number])[]): Value;
  /** `count` different values, in the order they were drawn; fewer when there are not enough. */
  sample<Value>(from: readonly Value[], count: number): Value[];
}

export function createRandom(key: string): Random {
  let state = hash(key);
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const whole = (least: number, most: number) =>
    least + Math.floor(fraction() * (most - least + 1));
  function pick<Value>(from: readonly Value[]): Value {
    const value = from[whole(0, from.length - 1)];
    if (value === undefined) throw new Error("There is nothing to pick from.");
    return value;
  }
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick,
    weigh(from) {
      let left = fraction() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    sample(from, count) {
      const rest = [...from];
      const drawn: (typeof rest)[number][] = [];
      while (drawn.length < count && rest.length > 0) {
        drawn.push(...rest.splice(whole(0, rest.length - 1), 1));
      }
      return drawn;
    },
  };
}

function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  }
  return value;
}
