import { notFoundError } from "#app/domain/errors.ts";
import { exportJsonResume } from "#app/domain/json-resume/export.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findKeptJsonResume } from "#db/queries/kept-json-resumes.ts";
import { readProfileSnapshot } from "#db/queries/profiles.ts";

/** An applicant's own profile as a JSON Resume, member numbers included. */
export async function exportProfile(
  deps: Pick<Deps, "db" | "clock">,
  { userId }: { userId: string },
): Promise<Record<string, unknown>> {
  const [profile, kept] = await Promise.all([
    readProfileSnapshot(deps.db, userId),
    findKeptJsonResume(deps.db, userId),
  ]);
  if (!profile) throw notFoundError();
  return exportJsonResume(profile, kept, deps.clock().toISOString());
}
