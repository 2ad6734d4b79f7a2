import type { RequestHandler } from "express";
import { sendRefusal } from "../error-page.ts";
import { hostOf, type SiteOrigins } from "./hosts.ts";

const SITES = new Set<unknown>([undefined, "same-origin", "none"]);

const ONE_CLICK = /^\/alerts\/stop\/[\w-]{20,100}$/;

/**
 * Cross-site request forgery: whatever changes something must come from a page of this very origin. Every
 * browser sends Origin on a POST; without one we cannot know, so it is refused. Remix has a check of its own,
 * which data requests, resource routes and a missing Origin get around.
 */
export function requireSameOrigin(origins: SiteOrigins): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    // A mail program posts here without a page of ours or a cookie; the link's own secret is what it may do.
    if (req.headers.origin === undefined && ONE_CLICK.test(req.path)) return next();
    const own = origins.get(hostOf(req.headers.host));
    if (own && req.headers.origin === own && SITES.has(req.headers["sec-fetch-site"])) {
      return next();
    }
    sendRefusal(req, res, {
      status: 403,
      title: "That did not come from this site",
      sentence: "Open the page here and send the form again.",
    });
  };
}
