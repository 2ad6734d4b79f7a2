import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { waitUntil } from "./wait-until.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface StartCommand {
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  untilReady(): Promise<void>;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** `npm start` without npm in between, on a VAR_DIR and a port of its own. */
export function runStart(varDir: string, port: number, env: Record<string, string> = {}) {
  const script = path.join(ROOT, "app/server/start.ts");
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      VAR_DIR: varDir,
      LOG_LEVEL: "warn",
      NODE_ENV: "production",
      npm_lifecycle_event: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const command: StartCommand = {
    process: child,
    output: () => output,
    ended,
    async untilReady() {
      const done = () => output.includes("CareerCenter ready") || child.exitCode !== null;
      await waitUntil(done, 60_000);
      if (child.exitCode !== null) throw new Error(`It ended instead:\n${output}`);
    },
  };
  return command;
}

/** Command lines of the processes that have to do with `varDir`: by an argument, a variable or their folder. */
export function processesOf(varDir: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
      return `${command}${read(`/proc/${pid}/environ`)}`.includes(varDir) ? [command.trim()] : [];
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
