import { openSync, renameSync } from "node:fs";
import path from "node:path";

/** Where the site's processes log to. */
export const logFile = (varDir: string): string => path.join(varDir, "log");

/** A new log, with the one of the last start kept beside it; a file descriptor. */
export function openLog(varDir: string): number {
  const file = logFile(varDir);
  try {
    renameSync(file, `${file}.old`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return openSync(file, "a", 0o600);
}
