import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/nonce-context.ts";
import { loggablePath } from "#app/web/loggable-path.ts";
import { keepPage, keptPage, renderedKey } from "#app/web/rendered-pages.server.ts";

/** Loaders that stream have this long; then the rest of the page is given up. */
export const streamTimeout = 8_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, deps, requestId }: AppLoadContext,
): Promise<Response> {
  // Machines that read pages once get the whole page; people get its shell as soon as it is ready.
  const key = status === 200 ? renderedKey(request, remixContext) : null;
  const known = key && keptPage(key, { nonce, requestId });
  if (known) {
    headers.set("Content-Type", "text/html; charset=utf-8");
    return Promise.resolve(new Response(known, { headers, status }));
  }
  const whole = key || isbot(request.headers.get("User-Agent"));
  return new Promise((resolve, reject) => {
    let shellSent = false;
    let finalStatus = status;
    const send = () => {
      shellSent = true;
      const body = new PassThrough();
      if (key)
        keepWhenWhole(
          body,
          (html) => finalStatus === 200 && keepPage(key, html, { nonce, requestId }),
        );
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      );
      pipe(body);
    };
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
        ...(whole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          if (shellSent && !request.signal.aborted) {
            deps.log.error({ err: error, requestId }, "a page failed while rendering");
          }
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

function keepWhenWhole(body: PassThrough, keep: (html: string) => void): void {
  const chunks: Buffer[] = [];
  body.on("data", (chunk) => chunks.push(chunk));
  body.on("end", () => keep(Buffer.concat(chunks).toString()));
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
