import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnv } from "#app/platform/env.server.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const LEAVE = path.join(import.meta.dirname, "leave-with-parent.ts");
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const STEADY_MS = 10_000;
const GRACE_MS = 25_000;

export interface KeptProcess {
  /** Null between a crash and the next try. */
  pid(): number | null;
  /** Crashes since it last ran for ten seconds. */
  crashes(): number;
  /** SIGTERM, then SIGKILL after the grace; it is not started again. */
  stop(): Promise<void>;
  /** SIGKILL at once. */
  kill(): void;
}

export interface KeptProcessOptions {
  /** Relative to the project, e.g. "app/worker/main.ts". */
  script: string;
  env: Record<string, string>;
  onSpawn: () => void;
  /** File descriptor for what it prints; default: where we print. */
  output?: number;
  say: (sentence: string) => void;
}

/** Runs a script of ours and starts it again within two seconds whenever it ends by itself. */
export function keepProcess({
  script,
  env,
  onSpawn,
  output,
  say,
}: KeptProcessOptions): KeptProcess {
  let child: ChildProcess | null = null;
  let crashes = 0;
  let stopping = false;

  const run = () => {
    const started = Date.now();
    const args = ["--enable-source-maps", "--import", LEAVE, path.join(ROOT, script)];
    const spawned = spawn(process.execPath, args, {
      cwd: ROOT,
      env: childEnv(env),
      // Detached: Ctrl-C reaches the supervisor only, which ends its children in order.
      detached: true,
      stdio: ["ignore", output ?? "inherit", output ?? "inherit", "ipc"],
    });
    child = spawned;
    onSpawn();
    spawned.once("error", (error) => say(`${script} could not be started: ${error.message}`));
    spawned.once("exit", (code, signal) => {
      child = null;
      if (stopping) return;
      crashes = Date.now() - started > STEADY_MS ? 1 : crashes + 1;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (crashes - 1), LONGEST_PAUSE_MS);
      say(`${script} ended (${signal ?? `code ${code}`}); starting it again in ${pause} ms`);
      setTimeout(() => stopping || run(), pause);
    });
  };
  run();

  return {
    pid: () => child?.pid ?? null,
    crashes: () => crashes,
    async stop() {
      stopping = true;
      const last = child;
      if (!last) return;
      const gone = new Promise((resolve) => last.once("exit", resolve));
      last.kill("SIGTERM");
      await Promise.race([gone, sleep(GRACE_MS, null, { ref: false })]);
      last.kill("SIGKILL");
      await gone;
    },
    kill() {
      stopping = true;
      child?.kill("SIGKILL");
    },
  };
}
