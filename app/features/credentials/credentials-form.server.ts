import { readForm } from "#app/web/read-form.server.ts";
import { EVIDENCE_TOO_LARGE, MAX_EVIDENCE_BYTES } from "./evidence-limits.ts";

const MB = 1024 * 1024;

export type CredentialsForm = { credentialId: string } & (
  | { intent: "upload"; bytes: Uint8Array }
  | { intent: "remove-evidence" }
  | { intent: "apprentice"; form: FormData }
  | { intent: "full" }
  | { intent: "refused"; sentence: string; status: 413 | 422 }
);

/**
 * Reads the forms of the credentials page, whose fields carry the credential's id before their name: each is on the
 * page once for every credential. A file over our limit is answered beside its field, not by a cut connection.
 */
export async function readCredentialsForm(request: Request): Promise<CredentialsForm | null> {
  const form = await readForm(request, {
    maxFiles: 1,
    maxFileSize: 12 * MB,
    maxTotalSize: 12 * MB,
  });
  const credentialId = String(form.get("credentialId"));
  const intent = form.get("intent");
  if (intent === "remove-evidence" || intent === "full") return { intent, credentialId };
  if (intent === "apprentice") {
    return { intent, credentialId, form: unprefixed(form, `${credentialId}-`) };
  }
  if (intent !== "upload") return null;
  const file = form.get(`${credentialId}-evidence`);
  const refused = (sentence: string, status: 413 | 422) =>
    ({ intent: "refused", credentialId, sentence, status }) as const;
  if (file === null || typeof file === "string" || file.name === "") {
    return refused("Choose a file first.", 422);
  }
  if (file.size > MAX_EVIDENCE_BYTES) return refused(EVIDENCE_TOO_LARGE, 413);
  return { intent, credentialId, bytes: await file.bytes() };
}

function unprefixed(form: FormData, prefix: string): FormData {
  const plain = new FormData();
  for (const [name, value] of form) {
    if (name.startsWith(prefix)) plain.append(name.slice(prefix.length), value);
  }
  return plain;
}
