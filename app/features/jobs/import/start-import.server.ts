import path from "node:path";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import { storableText } from "#app/web/storable-values.ts";
import { insertFile } from "#db/queries/files.ts";
import { insertImport } from "#db/queries/job-imports.ts";
import type { Member } from "../own-job.server.ts";
import { decodeFile, isXml } from "./file-text.ts";

const LONGEST_NAME = 120;

/**
 * Keeps a file of jobs and has it read in the background; nothing becomes a job yet. Sent twice with one key it is
 * one import. Answers the import's id. Throws "too-many-attempts" for an employer that sends files without end.
 */
export async function startImport(
  deps: Pick<Deps, "db" | "files" | "tasks">,
  {
    member,
    filename,
    bytes,
    idempotencyKey,
  }: { member: Member; filename: string; bytes: Uint8Array; idempotencyKey: string },
): Promise<string> {
  await spendAttempt(deps, "import-employer", { account: member.employerId });
  const stored = await deps.files.put(bytes);
  const kind = isXml(decodeFile(bytes.subarray(0, 1_000)).text) ? "xml" : "csv";
  return await deps.db.transaction().execute(async (trx) => {
    const fileId = await insertFile(trx, { ...stored, contentType: "application/octet-stream" });
    const importId = await insertImport(trx, {
      employerId: member.employerId,
      createdBy: member.userId,
      filename: storableText(path.basename(filename)).slice(-LONGEST_NAME).toWellFormed() || "jobs",
      kind,
      fileId,
    });
    const earlier = await once(trx, {
      key: idempotencyKey,
      userId: member.userId,
      route: "import-jobs",
      body: stored.sha256,
      location: importId,
    });
    if (earlier) {
      await trx.deleteFrom("jobImports").where("id", "=", importId).execute();
      return earlier;
    }
    await deps.tasks.enqueue(trx, "import-jobs", { importId });
    return importId;
  });
}
