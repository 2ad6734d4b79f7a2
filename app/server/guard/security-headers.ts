import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

type Locals = ServerResponse & { locals: { nonce: string } };

const nonceOf = (_req: IncomingMessage, res: ServerResponse) =>
  `'nonce-${(res as Locals).locals.nonce}'`;

// Vite's dev server injects inline styles and talks over a web socket.
const DEV = { "style-src": ["'self'", "'unsafe-inline'"], "connect-src": ["'self'", "ws:"] };

/** A fresh nonce in `res.locals.nonce` and every security header; nothing of a third party may load. */
export function securityHeaders({
  https,
  dev,
}: {
  https: boolean;
  dev: boolean;
}): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", nonceOf],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        ...(dev ? DEV : {}),
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: "deny" },
    crossOriginEmbedderPolicy: false,
  });
  const nonce: RequestHandler = (_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString("base64");
    res.setHeader(
      "Permissions-Policy",
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    );
    next();
  };
  return [nonce, headers];
}
