/**
 * A typed web address as one https URL: "hospital.example.com/jobs/" → "https://hospital.example.com/jobs".
 * null when it is no public web address: another scheme, a name without a dot, an IP address, a user name in it.
 */
export function normalizeWebsite(typed: string): string | null {
  const withScheme =
    /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed) ? typed : `https://${typed}`;
  const url = URL.parse(withScheme.replace(/^http:/i, "https:"));
  if (url?.protocol !== "https:" || url.username || url.password) return null;
  const { hostname } = url;
  if (!/\.[a-z][a-z0-9-]*$/i.test(hostname) || /^\d+(\.\d+){3}$/.test(hostname)) return null;
  url.hash = "";
  return url.href.replace(/\/$/, "");
}
