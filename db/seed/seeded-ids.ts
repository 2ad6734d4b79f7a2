import { createHash } from "node:crypto";

const digest = (key: string): Buffer => createHash("sha256").update(key).digest();

/** The same uuid for the same key, for ever. */
export function seededUuid(key: string): string {
  const bytes = digest(key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** A job's slug: the title in kebab case, and eight characters of the key's own. */
export function seededJobSlug(title: string, key: string): string {
  const tail = [...digest(`slug ${key}`).subarray(0, 8)].map((byte) => BASE32[byte % 32]).join("");
  return `${kebabCase(title).slice(0, 80)}-${tail}`;
}

/** "St. Mary's Heart & Lung" → "st-marys-heart-lung". */
export const kebabCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
