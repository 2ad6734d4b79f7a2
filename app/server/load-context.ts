import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    deps: Deps;
    /** The signed-in person or null; resolved once per request however many loaders ask. */
    viewer: () => Promise<Viewer | null>;
    /** CSP nonce of this response. */
    nonce: string;
    requestId: string;
    /** The client's address, after the trusted proxy if one is configured. */
    ip: string;
    userAgent: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
