import { spawn } from "node:child_process";

export interface EngineGuard {
  /** From now on `pid` is ended if this process dies without ending it. */
  watch(pid: number, signal: NodeJS.Signals): void;
  forget(pid: number): void;
}

/**
 * Starts a small process that outlives this one just long enough to end its engines: it reads a pipe that the
 * kernel closes however we die, `kill -9` included.
 */
export function startEngineGuard(): EngineGuard {
  const script = `${import.meta.dirname}/engine-guard-process.ts`;
  const guard = spawn(process.execPath, [script], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  guard.on("error", () => {});
  const { stdin } = guard;
  stdin.on("error", () => {});
  if ("unref" in stdin && typeof stdin.unref === "function") stdin.unref();
  return {
    watch: (pid, signal) => void stdin.write(`${JSON.stringify({ pid, signal })}\n`),
    forget: (pid) => void stdin.write(`${JSON.stringify({ pid, signal: null })}\n`),
  };
}
