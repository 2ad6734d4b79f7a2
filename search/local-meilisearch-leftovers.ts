import { readFile, readlink, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Ends a server that a killed start left running in `dir`: its process number is in the file `pid`. */
export async function stopLeftover(dir: string): Promise<void> {
  const file = path.join(dir, "pid");
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  // A process number may by now belong to another program: ours works in `dir`.
  const runs = async () => pid > 0 && (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === dir;
  if (await runs()) {
    process.kill(pid, "SIGTERM");
    for (let waited = 0; waited < 10_000 && (await runs()); waited += 20) await sleep(20);
    if (await runs()) process.kill(pid, "SIGKILL");
  }
  await rm(file, { force: true });
}
