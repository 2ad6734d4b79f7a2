import type { Request, RequestHandler, Response } from "express";
import { sendRefusal } from "../error-page.ts";

const KB = 1024;
const MB = 1024 * KB;

const UPLOADS = [
  /^\/applicant\/(profile|resumes)$/,
  /^\/jobs\/[^/]+\/apply$/,
  /^\/employer\/settings$/,
];

const LARGE_UPLOADS = [/^\/employer\/jobs\/import$/];

const pathOf = (path: string) => path.replace(/\.data$/, "").replace(/\/$/, "");

const isOneOf = (patterns: readonly RegExp[], path: string): boolean =>
  patterns.some((pattern) => pattern.test(pathOf(path)));

const mayUpload = (path: string): boolean => isOneOf([...UPLOADS, ...LARGE_UPLOADS], path);

/** Bytes a body may have at `path`: forms are small, the few pages that take files are larger. */
export const bodyLimit = (path: string): number => {
  if (isOneOf(LARGE_UPLOADS, path)) return 32 * MB;
  return mayUpload(path) ? 12 * MB : 640 * KB;
};

/** Forms only, and multipart only with its boundary (without one `formData()` throws). */
export const allowContentTypes: RequestHandler = (req, res, next) => {
  if (req.method !== "POST" || isFormType(req.headers["content-type"])) return next();
  res.setHeader("Connection", "close");
  sendRefusal(req, res, {
    status: 415,
    title: "We cannot read what was sent",
    sentence: "This site takes forms only.",
  });
};

export function isFormType(header: string | undefined): boolean {
  const type = header?.toLowerCase() ?? "";
  if (/^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/.test(type)) return true;
  return /^multipart\/form-data\s*;\s*boundary=("[^"]{1,70}"|[^\s;"]{1,70})\s*$/.test(type);
}

/** A length known before the first byte, within the page's cap: an unbounded body froze the process for 8 s. */
export const limitBodies: RequestHandler = (req, res, next) => {
  if (req.method !== "POST") return next();
  const length = req.headers["content-length"];
  if (length && Number(length) <= bodyLimit(req.path)) {
    boundTransfer(req, res);
    return next();
  }
  res.setHeader("Connection", "close");
  if (!length) {
    sendRefusal(req, res, {
      status: 411,
      title: "We cannot read what was sent",
      sentence: "The length of what you sent is missing.",
    });
    return;
  }
  sendRefusal(req, res, {
    status: 413,
    title: "That is larger than we accept",
    sentence: `At most ${Math.floor(bodyLimit(req.path) / KB).toLocaleString("en-US")} KB can be sent to this page.`,
  });
};

const FORM_TRANSFER_MS = 30_000;

// The server's own limit is that of uploads (120 s); a small form that trickles in is cut off sooner.
function boundTransfer(req: Request, res: Response): void {
  if (mayUpload(req.path)) return;
  const timer = setTimeout(() => {
    if (!req.readableEnded) req.destroy();
  }, FORM_TRANSFER_MS);
  res.on("close", () => clearTimeout(timer));
}
