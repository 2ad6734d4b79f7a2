import { text } from "node:stream/consumers";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { NonceContext } from "#app/components/nonce-context.ts";
import { knownPlaces } from "#app/features/job-search/find-near.server.ts";
import { loggablePath } from "#app/web/loggable-path.ts";
import { keepPage, keptPage, renderedKey } from "#app/web/rendered-pages.server.ts";
import { scriptText } from "#app/web/script-text.ts";

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
  const html = known || (await render(request, remixContext, context));
  if (key) {
    if (!known) keepPage(key, html, context);
    context.keepPage?.(html);
  }
  context.sendPage(html);
  return new Response(null, { headers, status });
}

/**
 * The page in one piece. No loader of ours streams, so nothing comes later than the shell, and a page made as a stream
 * is cut into a thousand pieces that are each encoded and decoded again. What Remix hands the browser therefore follows
 * as a script of its own, as it would in the stream. Rejects with what a component throws; Remix then shows its error page.
 */
async function render(
  request: Request,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce }: AppLoadContext,
): Promise<string> {
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} nonce={nonce} url={request.url} />
    </NonceContext.Provider>,
  );
  const data = serverHandoffStream
    ? await text(serverHandoffStream as NodeJS.ReadableStream & typeof serverHandoffStream)
    : "";
  const controller = "window.__remixContext.streamController";
  const script = `<script nonce="${nonce}">${controller}.enqueue(${scriptText(data)});${controller}.close();</script>`;
  const end = page.lastIndexOf("</body>");
  return `<!DOCTYPE html>${page.slice(0, end)}${script}${page.slice(end)}`;
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
