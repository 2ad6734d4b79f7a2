import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/nonce-context.ts";
import { knownPlaces } from "#app/features/job-search/find-near.server.ts";
import { loggablePath } from "#app/web/loggable-path.ts";
import { keepPage, keptPage, renderedKey } from "#app/web/rendered-pages.server.ts";

// Reading the list of places takes a third of a second, which is better spent before anybody waits for it.
knownPlaces().catch(() => undefined);

/** Loaders that stream have this long; then the rest of the page is given up. */
export const streamTimeout = 8_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const key = status === 200 ? renderedKey(request, remixContext) : null;
  const known = key && keptPage(key, context);
  if (known) {
    context.keepPage?.(known);
    return new Response(known, { headers, status });
  }
  const { html, failed } = await render(request, remixContext, context);
  if (key && !failed) {
    keepPage(key, html, context);
    context.keepPage?.(html);
  }
  return new Response(html, { headers, status: failed ? 500 : status });
}

interface Rendered {
  html: string;
  /** Something in it failed and shows an error instead. */
  failed: boolean;
}

/**
 * The page in one piece. No loader of ours streams, so nothing comes later than the shell, and a compressor asked once
 * for each of a page's hundred small pieces costs several times what it costs for the whole.
 */
function render(
  request: Request,
  remixContext: EntryContext,
  { nonce, deps, requestId }: AppLoadContext,
): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer
          abortDelay={streamTimeout}
          context={remixContext}
          nonce={nonce}
          url={request.url}
        />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(giveUp);
          const body = new PassThrough();
          text(body).then((html) => resolve({ html, failed }), reject);
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          if (!request.signal.aborted) {
            deps.log.error({ err: error, requestId }, "a page failed while rendering");
          }
        },
      },
    );
    const giveUp = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Every unexpected error of a loader, action or render, logged once with its request id. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  // A page that takes no form, an address that is none: the client's, and in the request log already.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { pathname } = new URL(request.url);
  context.deps.log.error(
    {
      err: error,
      requestId: context.requestId,
      method: request.method,
      path: loggablePath(pathname),
    },
    "a request failed unexpectedly",
  );
}
