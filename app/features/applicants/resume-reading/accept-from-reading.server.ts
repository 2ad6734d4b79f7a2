import type { FormState } from "#app/components/form-state.ts";
import { isDomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { findReading } from "#db/queries/resume-readings.ts";
import { versionOf } from "../profile-values.ts";
import { acceptProposals } from "../proposals/accept-proposals.server.ts";
import { acceptedInForm, typedInForm } from "../proposals/accepted-in-form.ts";

export type AcceptAnswer = { ok: true } | { ok: false; form: FormState; status: number };

/**
 * Puts what was ticked of a résumé's reading into the profile. What may be accepted is what is on record as read, not
 * what the form says. Throws `DomainError("not-found")` for another's résumé.
 */
export async function acceptFromReading(
  deps: Pick<Deps, "db">,
  { userId, resumeId, form }: { userId: string; resumeId: string; form: FormData },
): Promise<AcceptAnswer> {
  const reading = await findReading(deps.db, { userId, resumeId });
  if (!reading?.proposals) throw notFoundError();
  const chosen = acceptedInForm(form, reading.proposals);
  if (!chosen.ok) return { ok: false, form: typedInForm(form, chosen.errors), status: 422 };
  try {
    const version = versionOf(String(form.get("version") ?? ""));
    await acceptProposals(deps, { userId, version, accepted: chosen.accepted });
    return { ok: true };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const refused = typedInForm(form, { "": [error.message] });
    return { ok: false, form: refused, status: STATUS[error.code] };
  }
}
