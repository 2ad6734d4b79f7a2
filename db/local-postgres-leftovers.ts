import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Stops a server that a killed start left on this cluster, and drops a lock whose process number now belongs to
 * another program. The caller already owns VAR_DIR, so any server found here is nobody's.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  const pid = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
  if (!(pid > 0) || !isAlive(pid)) return;
  if (!(await isServerOn(pid, data))) {
    await rm(lock, { force: true });
    return;
  }
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
  throw new Error(
    `A PostgreSQL left over from an earlier start (process ${pid}) does not stop. End it, then start again.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** True when unsure (no /proc): PostgreSQL then judges its own lock. */
async function isServerOn(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return command === null || command.split("\0").includes(data);
}
