import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Who runs on a VAR_DIR, as last written down. */
interface Running {
  /** The supervisor. */
  pid: number | null;
  /** Its web and worker processes. */
  children: number[];
}

const fileOf = (varDir: string) => path.join(varDir, "running.json");

export async function readRunning(varDir: string): Promise<Running> {
  try {
    const { pid, children } = JSON.parse(await readFile(fileOf(varDir), "utf8"));
    const isPid = (value: unknown): value is number => Number.isSafeInteger(value);
    return {
      pid: isPid(pid) ? pid : null,
      children: Array.isArray(children) ? children.filter(isPid) : [],
    };
  } catch {
    return { pid: null, children: [] };
  }
}

/** Written whole or not at all, before anything else can happen to the child just started. */
export function writeRunning(varDir: string, children: number[]): void {
  const file = fileOf(varDir);
  writeFileSync(`${file}.part`, JSON.stringify({ pid: process.pid, children }), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/**
 * Ends web and worker processes of a supervisor that was killed. They are leaving by themselves since their parent
 * is gone; after two seconds they are made to.
 */
export async function endLeftovers(varDir: string): Promise<void> {
  const { children } = await readRunning(varDir);
  const left = () => children.filter(isOurs);
  for (let waited = 0; waited < 2_000 && left().length > 0; waited += 50) await sleep(50);
  for (const pid of left()) process.kill(pid, "SIGKILL");
  for (let waited = 0; waited < 2_000 && left().length > 0; waited += 50) await sleep(50);
}

/** A process number may by now belong to another program. */
function isOurs(pid: number): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return /app\/(server|worker)\/main\.ts\0/.test(command);
  } catch {
    return false;
  }
}
