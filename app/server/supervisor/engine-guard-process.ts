import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const watched = new Map<number, NodeJS.Signals>();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { pid, signal } = JSON.parse(line) as { pid: number; signal: NodeJS.Signals | null };
  if (signal) watched.set(pid, signal);
  else watched.delete(pid);
}

for (const [pid, signal] of watched) send(pid, signal);
for (let waited = 0; waited < 15_000 && [...watched.keys()].some(isAlive); waited += 50) {
  await sleep(50);
}
for (const pid of watched.keys()) send(pid, "SIGKILL");

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  return send(pid, 0);
}
