import { notFoundError } from "#app/domain/errors.ts";
import { exportJsonResume } from "#app/domain/json-resume/export.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findKeptJsonResume } from "#db/queries/kept-json-resumes.ts";
import { readProfileSnapshot } from "#db/queries/profiles.ts";
import { profileBlocks } from "./profile-pdf/profile-blocks.ts";
import { renderPdf } from "./profile-pdf/render-pdf.server.ts";

export interface ExportedFile {
  filename: string;
  contentType: string;
  byteSize: number;
  bytes: Uint8Array<ArrayBuffer>;
}

type Given = Pick<Deps, "db" | "clock">;

/** An applicant's own profile as a JSON Resume, member numbers included. Written down in the audit log. */
export async function exportProfileAsJson(
  deps: Given,
  { userId }: { userId: string },
): Promise<ExportedFile> {
  const profile = await ownProfile(deps, userId);
  const kept = await findKeptJsonResume(deps.db, userId);
  const document = exportJsonResume(profile, kept, deps.clock().toISOString());
  await noteExport(deps, userId, { format: "json-resume" });
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return fileOf("resume.json", "application/json; charset=utf-8", new TextEncoder().encode(text));
}

/** The same as a PDF to hand to anybody; member numbers only when asked for. */
export async function exportProfileAsPdf(
  deps: Given,
  { userId, withNumbers }: { userId: string; withNumbers: boolean },
): Promise<ExportedFile> {
  const profile = await ownProfile(deps, userId);
  const bytes = await renderPdf(profileBlocks(profile, { withNumbers }), {
    title: `${profile.name}, medical coding profile`,
    at: deps.clock(),
  });
  await noteExport(deps, userId, { format: "pdf", withNumbers });
  return fileOf("profile.pdf", "application/pdf", new Uint8Array(bytes));
}

async function ownProfile({ db }: Given, userId: string) {
  const profile = await readProfileSnapshot(db, userId);
  if (!profile) throw notFoundError();
  return profile;
}

const noteExport = (deps: Given, userId: string, details: Record<string, unknown>): Promise<void> =>
  recordAudit(deps.db, {
    actorId: userId,
    action: "profile-exported",
    subjectKind: "profile",
    subjectId: userId,
    details,
  });

const fileOf = (
  filename: string,
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
): ExportedFile => ({ filename, contentType, byteSize: bytes.byteLength, bytes });
