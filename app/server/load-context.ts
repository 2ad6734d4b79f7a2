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
    /** The body of the answer, whatever body the Response has that Remix is given: as one text it need not be a stream. */
    sendPage: (html: string) => void;
    /** Hands a page that is the same for everyone to the page cache; null when this request's page is not kept. */
    keepPage: ((html: string) => void) | null;
    /** Said by a loader whose answer is true but passing, such as a search answered while the engine was away. */
    doNotKeepPage: () => void;
    /** The client's address, after the trusted proxy if one is configured. */
    ip: string;
    userAgent: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
