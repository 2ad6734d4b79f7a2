import { sql } from "kysely";
import type { RootDb } from "#db/client.ts";
import { freshPassword, hashPassword } from "../example-world/people.ts";
import { insertRows } from "../insert-rows.ts";
import { volumeApplicant } from "./applicant-rows.ts";
import { employerRow } from "./employer-rows.ts";
import { employersFor, volumeJob } from "./job-rows.ts";

export interface VolumeOptions {
  jobs: number;
  applicants: number;
  now: Date;
  /** Called after each chunk with how many of how many are in. */
  onProgress?: (what: "jobs" | "applicants", done: number, all: number) => void;
}

// A chunk stays far below the five seconds a statement may take, on a busy machine too.
const CHUNK = 500;
const ANALYZED = [
  "jobs",
  "job_requirements",
  "job_search",
  "job_facets",
  "job_facet_sets",
  "employers",
  "applicant_experience",
];

/**
 * Adds made-up jobs and applicants. Row n is the same on every run and whatever the totals, and rows that are
 * there already are left alone, so a larger number later only adds the difference.
 */
export async function seedVolume(db: RootDb, options: VolumeOptions): Promise<void> {
  const { jobs, applicants, onProgress } = options;
  // Counted from the start of the day: two runs on one day write the same dates.
  const now = new Date(options.now.toISOString().slice(0, 10));
  if (jobs > 0) await seedEmployers(db, employersFor(jobs), now);
  for (let from = 0; from < jobs; from += CHUNK) {
    const to = Math.min(jobs, from + CHUNK);
    await seedJobs(db, { from, to, now });
    onProgress?.("jobs", to, jobs);
  }
  const passwordHash = await hashPassword(freshPassword());
  for (let from = 0; from < applicants; from += CHUNK) {
    const to = Math.min(applicants, from + CHUNK);
    await seedApplicants(db, { from, to, now, passwordHash });
    onProgress?.("applicants", to, applicants);
  }
  await analyze(db);
}

/** Fresh statistics at once; where a busy machine takes too long for them, autovacuum makes them a little later. */
async function analyze(db: RootDb): Promise<void> {
  for (const table of ANALYZED) {
    await sql`analyze ${sql.table(table)}`.execute(db).catch((error) => {
      if (error.code !== "57014") throw error;
    });
  }
}

interface Chunk {
  from: number;
  to: number;
  now: Date;
}

const rowsOf = <Row>({ from, to }: { from: number; to: number }, make: (index: number) => Row) =>
  Array.from({ length: to - from }, (_, offset) => make(from + offset));

async function seedEmployers(db: RootDb, count: number, now: Date): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    const chunk = { from, to: Math.min(count, from + CHUNK) };
    await insertRows(
      db,
      "employers",
      rowsOf(chunk, (index) => employerRow(index, now)),
      { skipExisting: true },
    );
  }
}

async function seedJobs(db: RootDb, chunk: Chunk): Promise<void> {
  const rows = rowsOf(chunk, (index) => volumeJob(index, chunk.now));
  await db.transaction().execute(async (transaction) => {
    const jobs = rows.map(({ job }) => job);
    const requirements = rows.flatMap((row) => row.requirements);
    // Nothing is lost that the next run would not write again: no wait for the disk at each chunk.
    await sql`set local synchronous_commit = off`.execute(transaction);
    // Every job here has a requirement, whose own trigger marks the job and its search row: once is enough.
    await sql`alter table jobs disable trigger jobs_insert_marks_search`.execute(transaction);
    await insertRows(transaction, "jobs", jobs, { skipExisting: true });
    await sql`alter table jobs enable trigger jobs_insert_marks_search`.execute(transaction);
    await insertRows(transaction, "jobRequirements", requirements, { skipExisting: true });
  });
}

async function seedApplicants(
  db: RootDb,
  { passwordHash, ...chunk }: Chunk & { passwordHash: string },
): Promise<void> {
  const rows = rowsOf(chunk, (index) => volumeApplicant(index, { now: chunk.now, passwordHash }));
  const existing = { skipExisting: true };
  await db.transaction().execute(async (transaction) => {
    const users = rows.map(({ user }) => user);
    await insertRows(transaction, "users", users, existing);
    const applicants = rows.map(({ applicant }) => applicant);
    await insertRows(transaction, "applicants", applicants, existing);
    const experience = rows.flatMap((row) => row.experience);
    await insertRows(transaction, "applicantExperience", experience, existing);
    const credentials = rows.flatMap((row) => row.credentials);
    await insertRows(transaction, "applicantCredentials", credentials, existing);
    const work = rows.flatMap((row) => row.work);
    await insertRows(transaction, "applicantWork", work, existing);
    const education = rows.flatMap((row) => row.education);
    await insertRows(transaction, "applicantEducation", education, existing);
  });
}
