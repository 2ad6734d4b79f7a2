import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BenchSite } from "./site.ts";

/** Megabytes. */
export interface Footprint {
  index: number;
  database: number;
  /** Resident, by process; what programs map of the same file counts in each. */
  memory: { web: number; worker: number; meilisearch: number };
}

/** What the jobs take on disk and in memory. Zero where there is no /proc. */
export function measureFootprint({ varDir, pids }: BenchSite): Footprint {
  return {
    index: folderSize(path.join(varDir, "meilisearch")),
    database: folderSize(path.join(varDir, "postgres")),
    memory: {
      web: resident(pids.web()),
      worker: resident(pids.worker()),
      meilisearch: resident(Number(readFileSync(path.join(varDir, "meilisearch/pid"), "utf8"))),
    },
  };
}

const folderSize = (folder: string): number =>
  Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);

function resident(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
