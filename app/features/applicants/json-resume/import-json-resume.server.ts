import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { proposeFromJsonResume } from "#app/domain/json-resume/propose.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { keepJsonResume } from "#db/queries/kept-json-resumes.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { versionOf } from "../profile-values.ts";
import { acceptProposals } from "../proposals/accept-proposals.server.ts";
import { acceptedInForm, typedInForm } from "../proposals/accepted-in-form.ts";
import { type ReviewItem, reviewItems } from "../proposals/review-items.ts";
import { parseDocument } from "./parse-document.ts";

export interface ImportPreview {
  /** The document as it will be sent back, compact. */
  document: string;
  items: ReviewItem[];
  version: number;
  /** Sections the profile has no place for, kept for exports. */
  keptSections: string[];
}

export type ImportAnswer =
  | { outcome: "imported" }
  | { outcome: "refused"; form: FormState; status: number }
  | {
      outcome: "preview";
      preview: ImportPreview;
      tickAll: boolean;
      form: FormState | null;
      status: number;
    };

const IN_PROFILE = new Set([
  "basics",
  "work",
  "education",
  "certificates",
  "skills",
  "$schema",
  "meta",
]);

/**
 * What the buttons of the import page do: show what a document would change, or put what was ticked of it into the
 * profile and keep the whole document for exports, in one transaction.
 */
export async function importJsonResume(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, form }: { viewer: Pick<Viewer, "userId" | "name" | "email">; form: FormData },
): Promise<ImportAnswer> {
  const { userId, name, email } = viewer;
  const text = await textIn(form);
  const parsed = parseDocument(text);
  if (!parsed.ok) {
    const values = { document: [text.slice(0, 200_000)] };
    return {
      outcome: "refused",
      form: { values, errors: { document: [parsed.sentence] } },
      status: 422,
    };
  }
  const { document } = parsed;
  const proposals = proposeFromJsonResume(document, deps.clock().toISOString().slice(0, 10));
  const preview = async (shown: FormState | null, status: number): Promise<ImportAnswer> => {
    const { profile, version } = await readProfile(deps.db, userId);
    return {
      outcome: "preview",
      preview: {
        document: JSON.stringify(document),
        items: reviewItems(profile, proposals),
        version,
        keptSections: Object.keys(document)
          .filter((section) => !IN_PROFILE.has(section))
          .slice(0, 30),
      },
      tickAll: form.get("intent") === "tick-all",
      form: shown,
      status,
    };
  };
  if (form.get("intent") !== "accept") return preview(null, 200);

  const chosen = acceptedInForm(form, proposals, { mayBeNone: true });
  if (!chosen.ok) return preview(typedInForm(form, chosen.errors), 422);
  try {
    await acceptProposals(deps, {
      userId,
      version: versionOf(String(form.get("version") ?? "")),
      accepted: chosen.accepted,
      alsoWrite: (trx) => keepJsonResume(trx, { userId, document, name, email }),
    });
    return { outcome: "imported" };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return preview(typedInForm(form, { "": [error.message] }), STATUS[error.code]);
  }
}

/** The chosen file, or else what was pasted. */
async function textIn(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file && typeof file !== "string" && file.size > 0) return file.text();
  return String(form.get("document") ?? "");
}
