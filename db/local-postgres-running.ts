import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The URL of the embedded server that `npm start` is running on `dir`, or null when none is: a command then joins
 * it instead of starting a second one.
 */
export async function findRunningPostgres(dir: string): Promise<string | null> {
  const read = (...names: string[]) => readFile(path.join(dir, ...names), "utf8").catch(() => "");
  const [pid, , , port] = (await read("data", "postmaster.pid")).split("\n");
  const password = await read("password");
  if (!pid || !port || !password || !isAlive(Number(pid))) return null;
  return `postgres://postgres:${password}@127.0.0.1:${port.trim()}/careercenter`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
