import { readForm } from "#app/web/read-form.server.ts";
import { MAX_RESUME_BYTES, TOO_LARGE } from "./resume-file.ts";

const MB = 1024 * 1024;

export type ResumeForm =
  | { intent: "upload"; file: { filename: string; bytes: Uint8Array } }
  | { intent: "remove"; resumeId: string }
  | { intent: "default"; resumeId: string }
  | { intent: "rename"; resumeId: string; name: string }
  | { intent: "refused"; sentence: string; status: 413 | 422 };

/**
 * Reads the résumé page's forms. The body may be as large as the guard lets through, so that a file over our
 * limit is answered beside its field instead of cutting the connection.
 */
export async function readResumeForm(request: Request): Promise<ResumeForm> {
  const form = await readForm(request, {
    maxFiles: 1,
    maxFileSize: 12 * MB,
    maxTotalSize: 12 * MB,
  });
  const intent = form.get("intent");
  const resumeId = String(form.get("resumeId"));
  if (intent === "remove" || intent === "default") return { intent, resumeId };
  if (intent === "rename") return { intent, resumeId, name: String(form.get("name") ?? "") };
  const file = form.get("resume");
  if (file === null || typeof file === "string" || file.name === "") {
    return { intent: "refused", sentence: "Choose a file first.", status: 422 };
  }
  if (file.size > MAX_RESUME_BYTES) {
    return { intent: "refused", sentence: TOO_LARGE, status: 413 };
  }
  return { intent: "upload", file: { filename: file.name, bytes: await file.bytes() } };
}
