import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readCookie } from "./cookies.ts";

type Site = Pick<Deps, "origin">;

const cookieName = ({ origin }: Site) =>
  origin.startsWith("https:") ? "__Host-session" : "session";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const readToken = (site: Site, header: string | undefined): string | null => {
  const token = readCookie(header, cookieName(site));
  return token && TOKEN.test(token) ? token : null;
};

/** Whether a request carries what looks like a session: cheap, for choosing whom to shed and what to cache. */
export const isSignedIn = (site: Site, header: string | undefined): boolean =>
  readToken(site, header) !== null;

export async function resolveViewer(
  deps: Deps,
  header: string | undefined,
): Promise<Viewer | null> {
  if (!readToken(deps, header)) return null;
  return null;
}
