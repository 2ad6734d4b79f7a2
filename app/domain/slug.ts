const LONGEST = 80;

/** "St. Mary's Heart & Lung" → "st-marys-heart-and-lung"; "" when nothing of it can be spelt in a URL. */
export function kebab(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length <= LONGEST) return words;
  return words.slice(
    0,
    words.lastIndexOf("-", LONGEST) > 20 ? words.lastIndexOf("-", LONGEST) : LONGEST,
  );
}
