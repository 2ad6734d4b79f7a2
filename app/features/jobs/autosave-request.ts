import type { FormErrors } from "#app/components/form-state.ts";
import type { JobFormAnswer } from "./job-form-answer.ts";

export type AutosaveReply =
  | { kind: "saved"; jobId: string; version: number; todo: FormErrors }
  | { kind: "conflict"; sentence: string }
  /** No connection, no session, no server: nothing was saved and the page keeps its text. */
  | { kind: "failed" };

/** Names that are not the job's content: they change without anybody typing. */
const MACHINERY = ["intent", "version", "idempotencyKey", "familyQuery"];

/** A form as its body would carry it. */
export function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  return body;
}

/** What was typed, as one string to compare. */
export function contentOf(form: HTMLFormElement): string {
  const content = bodyOf(form);
  for (const name of MACHINERY) content.delete(name);
  return content.toString();
}

/** Sends a form to be kept; never throws and never navigates. */
export async function sendAutosave(
  jobId: string | null,
  body: URLSearchParams,
  { keepalive = false } = {},
): Promise<AutosaveReply> {
  const url = jobId ? `/employer/jobs/autosave?job=${jobId}` : "/employer/jobs/autosave";
  try {
    const response = await fetch(url, { method: "POST", body, keepalive, redirect: "manual" });
    if (!response.ok && response.status !== 409) return { kind: "failed" };
    const answer: JobFormAnswer = await response.json();
    if (answer.conflict !== null) return { kind: "conflict", sentence: answer.conflict };
    if (answer.jobId === null || answer.version === null) return { kind: "failed" };
    return { kind: "saved", jobId: answer.jobId, version: answer.version, todo: answer.todo ?? {} };
  } catch {
    return { kind: "failed" };
  }
}
