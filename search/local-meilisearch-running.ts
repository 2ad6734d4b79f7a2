import { readFile, readlink } from "node:fs/promises";
import path from "node:path";
import { searchKeysOf } from "./keys.ts";

/**
 * The embedded engine that `npm start` is running on `dir`, with the key that may write to its index; null when none
 * is: a command then joins it instead of starting a second one.
 */
export async function findRunningMeilisearch(
  dir: string,
): Promise<{ url: string; key: string } | null> {
  const place = path.resolve(dir);
  const read = (name: string) => readFile(path.join(place, name), "utf8").catch(() => "");
  const [pid, port, master] = await Promise.all([read("pid"), read("port"), read("master-key")]);
  // A process number may by now belong to another program: ours works in `dir`.
  const isOurs = pid !== "" && (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === place;
  if (!isOurs || !port || !master) return null;
  return { url: `http://127.0.0.1:${port}`, key: searchKeysOf(master).indexerKey };
}
