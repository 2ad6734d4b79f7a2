/** Rows as a bit each. What lies past the last row is 0. Of a list, the first is as long as there are rows. */
export type Bits = Uint32Array<ArrayBuffer>;

export const noRows = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5);

/** Rows in all of these. */
export function allOf(list: readonly [Bits, ...Bits[]]): Bits {
  const [first, ...others] = list;
  const both = first.slice();
  for (const other of others) {
    for (let at = 0; at < both.length; at += 1) both[at] = (both[at] ?? 0) & (other[at] ?? 0);
  }
  return both;
}

/** Rows in any of these. */
export function anyOf(list: readonly Bits[], rows: number): Bits {
  const either = noRows(rows);
  for (const one of list) {
    for (let at = 0; at < either.length; at += 1) either[at] = (either[at] ?? 0) | (one[at] ?? 0);
  }
  return either;
}

/** All other rows. */
export function othersThan(bits: Bits, rows: number): Bits {
  const others = bits.map((word) => ~word);
  const last = rows & 31;
  if (last > 0) others[others.length - 1] = (others.at(-1) ?? 0) & ((1 << last) - 1);
  return others;
}

export const setRow = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
};

export const clearRow = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
};

export const hasRow = (bits: Bits, row: number): boolean =>
  (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;

export function countRows(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    let word = bits[at] ?? 0;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

/** Their numbers, the lowest first. */
export function listRows(bits: Bits): Uint32Array {
  const rows = new Uint32Array(countRows(bits));
  let size = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      rows[size++] = (at << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return rows;
}
