/** A path on this site, or `fallback`: never "//host", "/\host", a scheme or a control character. */
export function safePath(target: unknown, fallback = "/"): string {
  if (typeof target !== "string" || target.length > 2_000) return fallback;
  if (!/^\/(?![/\\])[\x20-\x7e]*$/.test(target)) return fallback;
  return target;
}
