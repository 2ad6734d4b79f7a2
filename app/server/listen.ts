import { createServer, type RequestListener, type Server } from "node:http";

/**
 * An HTTP server that waits for nobody for ever. Rejects when the address is taken; when it is `shared`, by anything but
 * others that share it, and the system then gives each new connection to one of them.
 */
export function listen(
  listener: RequestListener,
  { host, port, shared = false }: { host: string; port: number; shared?: boolean },
): Promise<Server> {
  const server = createServer({
    headersTimeout: 10_000,
    // The limit of uploads; `guard/body.ts` gives small forms 30 s.
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxRequestsPerSocket = 1_000;
  server.maxConnections = 4_000;
  server.on("request", listener);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, reusePort: shared }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

/** Stops accepting, lets running requests finish for at most `graceMs`, then closes what is left. */
export async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection whose request was running just now becomes idle later.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}
