import type { Deps } from "#app/platform/deps.server.ts";
import { findImportToRun } from "#db/queries/job-imports.ts";
import { importDrafts } from "./import-drafts.server.ts";
import { readImportFile } from "./read-import-file.server.ts";

/**
 * The task of an import: reads its file into rows, or makes drafts of them, as its status says. Killed at any moment
 * and run again, it begins the reading anew and goes on with the drafts where it was.
 */
export async function runImport(
  deps: Pick<Deps, "db" | "files" | "clock" | "log">,
  { importId }: { importId: string },
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const found = await findImportToRun(deps.db, importId);
  if (found?.status === "reading") await readImportFile(deps, found, signal);
  if (found?.status === "importing") await importDrafts(deps, found, signal);
}
