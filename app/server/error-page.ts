import { createHash } from "node:crypto";
import type { Request, Response } from "express";

const CSS =
  ":root{color-scheme:light dark}body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;margin:18vh auto 0;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}p{margin:0 0 1rem}small{opacity:.7}";

// The page carries its own policy, so it looks right even where refused before the site's headers are set.
const CSP = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(CSS).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export interface Refusal {
  status: number;
  title: string;
  sentence: string;
}

/**
 * Answers outside Remix: a plain page for people, one line for programs and Remix's own data requests.
 * Never holds anything of the error but its request id.
 */
export function sendRefusal(req: Request, res: Response, refusal: Refusal): void {
  const { status, title, sentence } = refusal;
  const requestId = res.locals.requestId ?? "";
  res.status(status);
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("X-Content-Type-Options", "nosniff");
  if (!wantsPage(req)) {
    res.type("text/plain").send(`${title}. ${sentence}\n`);
    return;
  }
  res.setHeader("Content-Security-Policy", CSP);
  res
    .type("text/html")
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} · CareerCenter</title><style>${CSS}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p><p><a href="/">Go to the home page</a></p>${requestId ? `<p><small>Request ${escapeHtml(requestId)}</small></p>` : ""}</main></body></html>`,
    );
}

const wantsPage = (req: Request): boolean =>
  (req.headers.accept ?? "").includes("text/html") && !req.path.endsWith(".data");
