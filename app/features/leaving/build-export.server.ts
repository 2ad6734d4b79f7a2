import type { ReadableStream as ByteStream } from "node:stream/web";
import { makeZip } from "client-zip";
import { EXPORT_DAYS } from "#app/domain/account-leaving.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findWaitingExport, finishExport } from "#db/queries/account-exports.ts";
import { listOwnedFileIds } from "#db/queries/owned-files.ts";
import { listOwnedTables } from "#db/queries/owned-tables.ts";
import {
  listNamedJobs,
  listPersonalRecords,
  listStoredFiles,
} from "#db/queries/personal-records.ts";

type Given = Pick<Deps, "db" | "files" | "clock">;

interface Entry {
  name: string;
  lastModified: Date;
  input: string | AsyncIterable<Uint8Array>;
}

/**
 * Makes the file of an export: a zip with one JSON file for each kind of record, and every stored file. Bytes go from
 * store to store a piece at a time. Run by the worker; a second run finds the work done.
 */
export async function buildExport(deps: Given, { exportId }: { exportId: string }): Promise<void> {
  const waiting = await findWaitingExport(deps.db, exportId);
  if (!waiting) return;
  const zip = makeZip(entriesOf(deps, waiting.userId)) as ByteStream<Uint8Array>;
  const stored = await deps.files.putStream(zip);
  const file = { ...stored, contentType: "application/zip" };
  const isKept = await deps.db
    .transaction()
    .execute((trx) => finishExport(trx, { id: exportId, file, days: EXPORT_DAYS }));
  if (!isKept) await deps.files.remove(stored.storageKey);
}

async function* entriesOf({ db, files, clock }: Given, userId: string): AsyncGenerator<Entry> {
  const lastModified = clock();
  const tables = await listOwnedTables(db, userId);
  const jobIds = new Set<string>();
  yield { name: "README.txt", lastModified, input: README };
  for (const table of tables) {
    const records = await listPersonalRecords(db, table);
    if (!records || records.length === 0) continue;
    for (const { job_id: jobId } of records) if (typeof jobId === "string") jobIds.add(jobId);
    yield { name: `records/${table.name}.json`, lastModified, input: json(records) };
  }
  yield {
    name: "records/jobs_named.json",
    lastModified,
    input: json(await listNamedJobs(db, [...jobIds])),
  };
  // The export itself is a file of this person too, once there was one before.
  const own = tables.filter(({ name }) => name !== "account_exports");
  const stored = await listStoredFiles(db, await listOwnedFileIds(db, own));
  for (const [index, { storageKey, filename, createdAt, id }] of stored.entries()) {
    yield {
      name: `files/${index + 1}-${plainName(filename ?? id)}`,
      lastModified: createdAt,
      input: await files.open(storageKey),
    };
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A name no unpacker takes for a path. */
const plainName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/^\.+/, "_")
    .slice(0, 120);

const README = `Everything CareerCenter holds about you.

records/   One JSON file for each kind of record: your account (users), profile (applicants and what
           begins with applicant_), applications with their timeline and messages, saved and hidden
           jobs, and so on. Times are in UTC. jobs_named.json says which job an id stands for.
files/     The files you uploaded, as you uploaded them.

Not in it: your password, which we do not know, and what the members of an employer noted about an
application among themselves. Ask the employer for those.
`;
