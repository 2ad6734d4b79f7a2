import type { RequestHandler } from "express";
import { sendRefusal } from "../error-page.ts";

/** Host header → the origin it stands for. */
export type SiteOrigins = ReadonlyMap<string, string>;

/**
 * The names this site answers to: that of `origin`, and on the embedded default the loopback names on the
 * same port.
 */
export function siteOrigins(origin: string, embedded: boolean): SiteOrigins {
  const { host, protocol, port } = new URL(origin);
  const origins = new Map([[host, origin]]);
  if (embedded) {
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
      const alias = port ? `${name}:${port}` : name;
      origins.set(alias, `${protocol}//${alias}`);
    }
  }
  return origins;
}

/** A foreign Host would end up in `request.url`, and from there in links and caches. */
export function allowHosts(origins: SiteOrigins, canonical: string): RequestHandler {
  return (req, res, next) => {
    if (origins.has(hostOf(req.headers.host))) return next();
    sendRefusal(req, res, {
      status: 421,
      title: "This site has another address",
      sentence: `You reach it at ${canonical}.`,
    });
  };
}

/** A Host header as the map spells it. */
export const hostOf = (header: string | undefined): string => header?.toLowerCase() ?? "";
