import { readCookie } from "./cookies.ts";

interface Site {
  origin: string;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const THIRTY_DAYS = 30 * 24 * 60 * 60;

const isHttps = ({ origin }: Site): boolean => origin.startsWith("https:");

// "__Host-" binds the cookie to this very host over HTTPS; browsers refuse that name over HTTP.
const nameOf = (site: Site): string => (isHttps(site) ? "__Host-session" : "session");

const attributesOf = (site: Site): string =>
  `Path=/; HttpOnly; SameSite=Lax${isHttps(site) ? "; Secure" : ""}`;

/** The session token of a Cookie header, or null when there is none or it is none of ours. */
export function readSessionToken(
  site: Site,
  cookieHeader: string | null | undefined,
): string | null {
  const token = readCookie(cookieHeader, nameOf(site));
  return token && TOKEN.test(token) ? token : null;
}

/** A Set-Cookie value; the server decides when the session ends, the cookie only stops being sent by then. */
export const sessionCookie = (site: Site, token: string): string =>
  `${nameOf(site)}=${token}; ${attributesOf(site)}; Max-Age=${THIRTY_DAYS}`;

/** A Set-Cookie value that removes the session's cookie. */
export const blankSessionCookie = (site: Site): string =>
  `${nameOf(site)}=; ${attributesOf(site)}; Max-Age=0`;
