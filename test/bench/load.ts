import { readFileSync } from "node:fs";
import autocannon from "autocannon";

/** Where to knock: each request of a row in turn, shared out among the connections. */
export interface Target {
  origin: string;
  requests: { path: string; body?: string }[];
  headers?: Record<string, string>;
  /** The process that answers, when it is not the web process. */
  pid?: number;
  /** Where the next run goes on in the list: starting anew would ask for what an earlier run has warmed. */
  next?: number;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time the web process spent on a request, all its threads together. */
  cpu: number;
  /** Answers that were not 2xx, and requests without one. */
  failed: number;
}

/** More than one client asks in a run of pages that are made anew. */
const MOST_ASKED = 4_000;

/** Asks `target` from `connections` clients at once for so many seconds, each waiting for its answer. */
export async function load(
  target: Target,
  { connections, seconds, webPid }: { connections: number; seconds: number; webPid: number },
): Promise<Measured> {
  const { origin, requests, headers = {}, pid = webPid } = target;
  const times: number[] = [];
  let client = 0;
  const spent = processorTime(pid);
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    // The server closes a connection after its thousandth request, which this client would not notice.
    reconnectRate: 900,
    headers,
    setupClient(one) {
      one.on("response", (_status, _bytes, milliseconds) => times.push(milliseconds));
      // Every client would otherwise walk the same list in step, and all but the first meet warm caches. It gets its
      // share alone: sixteen times the whole list took this client a second to lay out, which the server was blamed for.
      const share = Math.floor((client++ * requests.length) / connections);
      const from = (share + (target.next ?? 0)) % requests.length;
      const turned = [...requests.slice(from), ...requests.slice(0, from)];
      const own = turned.slice(0, Math.min(MOST_ASKED, Math.ceil(requests.length / connections)));
      one.setRequests(
        own.map(({ path, body }) => ({
          path,
          method: body ? "POST" : "GET",
          ...(body && { body }),
        })),
      );
    },
  });
  target.next = (target.next ?? 0) + Math.ceil(times.length / connections);
  times.sort((one, other) => one - other);
  return {
    perSecond: times.length / result.duration,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    cpu: (processorTime(pid) - spent) / Math.max(1, times.length),
    failed: result.non2xx + result.errors,
  };
}

const TICK_MS = 10;

/** Milliseconds so far; other programs on the machine do not change it. Zero where there is no /proc. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
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
    cpu: middle(({ cpu }) => cpu),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}
