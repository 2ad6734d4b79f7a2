import type { Crowd } from "./crowd.ts";
import type { Footprint } from "./footprint.ts";
import type { Measured } from "./load.ts";
import type { Publishing } from "./publishing.ts";
import type { BenchSite } from "./site.ts";

/** Which row a row is compared with. */
function comparedWith(name: string): string {
  if (name.startsWith("/api/v1/jobs")) return name.replace("/api/v1/jobs", "engine");
  if (name.startsWith("/api")) return "";
  return KEPT.has(name) || name === SIXTEEN ? HELLO : "empty route";
}

export const HELLO = "Express hello-world";
/** As many bytes as a page takes on its way. */
export const SIXTEEN = "Express, 16 kB";
/** Rows that ask for the same few pages again and again, which come from memory. */
const KEPT = new Set(["/jobs, one search", "/", "/code-families"]);

/** A Markdown table for each number of clients. */
export function describeRows(
  names: readonly string[],
  connections: readonly number[],
  measured: ReadonlyMap<string, Measured>,
): string {
  return connections
    .map((clients) => {
      const rows = names.flatMap((name) => {
        const row = measured.get(`${name} c${clients}`);
        return row
          ? [describeRow(name, row, measured.get(`${comparedWith(name)} c${clients}`))]
          : [];
      });
      return [
        `| ${clients === 1 ? "1 client" : `${clients} clients`} | requests/s | p50 ms | p99 ms | web CPU ms | failed | compared | requests/s × | p50 × | CPU × |`,
        "| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |",
        ...rows,
        "",
      ].join("\n");
    })
    .join("\n");
}

function describeRow(name: string, row: Measured, other: Measured | undefined): string {
  const plain = [
    name,
    row.perSecond.toFixed(0),
    row.p50.toFixed(1),
    row.p99.toFixed(1),
    name.startsWith("engine") ? "" : row.cpu.toFixed(row.cpu < 1 ? 3 : 1),
    String(row.failed),
  ];
  const isItself = name === "empty route" || name === HELLO || name.startsWith("engine");
  const ratios =
    other && !isItself
      ? [
          comparedWith(name),
          ratio(row.perSecond, other.perSecond),
          ratio(row.p50, other.p50),
          name.startsWith("/api") ? "" : ratio(row.cpu, other.cpu),
        ]
      : ["", "", "", ""];
  return `| ${[...plain, ...ratios].join(" | ")} |`;
}

const ratio = (one: number, other: number): string => (one / other).toFixed(2);

export function describeWrites(
  { p50, p99, drainRate }: Publishing,
  seeded: BenchSite["seeded"],
): string {
  return [
    "| writes | |",
    "| --- | ---: |",
    `| publish → searchable, 50 times | p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms |`,
    `| search outbox, 10,000 marks | ${drainRate.toFixed(0)} documents/s |`,
    seeded
      ? `| seed, then index, from nothing | ${seeded.rows.toFixed(0)} s, then ${seeded.index.toFixed(0)} s |`
      : "| seed | done by an earlier run |",
    "",
  ].join("\n");
}

/** Job pages alone and while others search. */
export const describeCrowd = ({ alone, among }: Crowd): string =>
  [
    "| /jobs/:slug, 1 client | requests/s | p50 ms | p99 ms |",
    "| --- | ---: | ---: | ---: |",
    ...Object.entries({ alone, "while 8 connections search": among }).map(
      ([name, { perSecond, p50, p99 }]) =>
        `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`,
    ),
    "",
  ].join("\n");

export const describeFootprint = ({ index, database, memory }: Footprint): string =>
  [
    "| megabytes | |",
    "| --- | ---: |",
    ...Object.entries({ "index on disk": index, "database on disk": database }).map(
      ([name, size]) => `| ${name} | ${size} |`,
    ),
    ...Object.entries(memory).map(([name, size]) => `| ${name}, resident | ${size} |`),
    "",
  ].join("\n");
