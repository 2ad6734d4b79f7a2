import autocannon from "autocannon";

/** Where to knock: each request of a row in turn, shared out among the connections. */
export interface Target {
  origin: string;
  requests: { path: string; body?: string }[];
  headers?: Record<string, string>;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were not 2xx, and requests without one. */
  failed: number;
}

/** Asks `target` from `connections` clients at once for so many seconds, each waiting for its answer. */
export async function load(
  { origin, requests, headers = {} }: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const times: number[] = [];
  let client = 0;
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers,
    setupClient(one) {
      one.on("response", (_status, _bytes, milliseconds) => times.push(milliseconds));
      // Every client would otherwise walk the same list in step, and all but the first meet warm caches.
      const from = Math.floor((client++ * requests.length) / connections);
      const turned = [...requests.slice(from), ...requests.slice(0, from)];
      one.setRequests(
        turned.map(({ path, body }) => ({
          path,
          method: body ? "POST" : "GET",
          ...(body && { body }),
        })),
      );
    },
  });
  times.sort((one, other) => one - other);
  return {
    perSecond: times.length / result.duration,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    failed: result.non2xx + result.errors,
  };
}

/** Of numbers in order. */
export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;

/** The middle of several runs of one row, figure by figure. */
export function median(runs: readonly Measured[]): Measured {
  const middle = (figure: (run: Measured) => number) =>
    percentile(
      runs.map(figure).toSorted((one, other) => one - other),
      50,
    );
  return {
    perSecond: middle(({ perSecond }) => perSecond),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}
