import { randomBytes } from "node:crypto";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** `length` random base32 characters: what makes a readable slug unique. */
export const randomTail = (length: number): string =>
  [...randomBytes(length)].map((byte) => BASE32[byte % 32]).join("");
