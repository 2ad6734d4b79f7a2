import { readFileSync } from "node:fs";

/**
 * Calls `leave` when the npm that runs us is gone: killed, it takes nobody with it. Between us and npm there may be
 * the shell that runs the script, which then stays too.
 */
export function leaveWithNpm(leave: () => void): void {
  const parent = process.ppid;
  const viaShell = commandOf(parent).includes("-c");
  const npm = viaShell ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    leave();
  }, 500);
  timer.unref();
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return null;
  }
}
