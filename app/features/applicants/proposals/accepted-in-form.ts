import type { FormErrors, FormState } from "#app/components/form-state.ts";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";

export const MONTHS_OF = (key: string) => `months.${key}`;

export type AcceptedInForm = { ok: true; accepted: Proposal[] } | { ok: false; errors: FormErrors };

/** The proposals ticked in a review form, with the months typed beside them. Only what was proposed can be accepted. */
export function acceptedInForm(
  form: FormData,
  proposals: readonly Proposal[],
  { mayBeNone = false }: { mayBeNone?: boolean } = {},
): AcceptedInForm {
  const ticked = new Set(form.getAll("accept").map(String));
  const errors: FormErrors = {};
  const accepted = proposals
    .filter(({ key }) => ticked.has(key))
    .map((proposal): Proposal => {
      if (proposal.kind !== "family") return proposal;
      const typed = String(form.get(MONTHS_OF(proposal.key)) ?? "").trim();
      const months = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
      if (months < 1 || months > 720) {
        errors[MONTHS_OF(proposal.key)] = ["Give the months you coded it, from 1 to 720."];
      }
      return { ...proposal, value: { ...proposal.value, months } };
    });
  if (accepted.length === 0 && !mayBeNone)
    errors.accept = ["Tick what should go into your profile."];
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, accepted };
}

/** What was ticked and typed, for the page to show again. */
export function typedInForm(form: FormData, errors: FormErrors): FormState {
  const values: Record<string, string[]> = { accept: form.getAll("accept").map(String) };
  for (const [name, value] of form) {
    if (name.startsWith("months.") && typeof value === "string") values[name] = [value.slice(0, 9)];
  }
  return { values, errors };
}
