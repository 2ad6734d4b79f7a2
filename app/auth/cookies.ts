/**
 * The value of the cookie `name`, or null. Never throws, unlike the usual parsers (one malformed "%" in any
 * cookie would make every page fail for that person), and a name sent twice is no value: somebody may have
 * planted the other one from a sibling domain.
 */
export function readCookie(header: string | undefined | null, name: string): string | null {
  if (!header) return null;
  const values = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}
