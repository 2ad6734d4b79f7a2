import type { RequestHandler } from "express";
import { sendRefusal } from "../error-page.ts";

const MAX_URL = 4_096;
// Remix's own route discovery lists the links of a page: it stops at 7,680 characters itself.
const MAX_MANIFEST_URL = 8_192;

/** Refuses targets that no link of ours has and that the router or Postgres would choke on. */
export const allowUrlShapes: RequestHandler = (req, res, next) => {
  if (isWellFormedTarget(req.url)) return next();
  sendRefusal(req, res, {
    status: 400,
    title: "We could not read that address",
    sentence: "The link may have been cut off or mistyped.",
  });
};

/** A single leading slash, printable ASCII, a path that decodes and no control characters anywhere. */
export function isWellFormedTarget(target: string): boolean {
  const manifest = target.startsWith("/__manifest?");
  if (target.length > (manifest ? MAX_MANIFEST_URL : MAX_URL)) return false;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(target)) return false;
  const [path = "", query = ""] = splitOnce(target, "?");
  const decoded = decode(path);
  if (decoded === null || hasControl(decoded) || decoded.includes("\\")) return false;
  const parameters = new URLSearchParams(query);
  if (manifest && parameters.getAll("p").some((one) => decode(one) === null)) return false;
  return [...parameters].every(([name, value]) => !hasNul(name) && !hasNul(value));
}

/** `_data` is Remix's old way to ask for one loader: it skips the origin check and the parent's loaders. */
export const refuseLegacyDataRequests: RequestHandler = (req, res, next) => {
  const [, query = ""] = splitOnce(req.url, "?");
  if (!new URLSearchParams(query).has("_data")) return next();
  sendRefusal(req, res, {
    status: 400,
    title: "We could not read that address",
    sentence: "The link may have been cut off or mistyped.",
  });
};

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const hasControl = (text: string) => /[\u0000-\u001f\u007f]/.test(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: tab and line breaks may be pasted into a search
const hasNul = (text: string) => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
