import { DomainError } from "#app/domain/errors.ts";
import type { Membership } from "#app/domain/viewer.ts";

/**
 * Refuses a form that was opened for another employer than the one acted for now: who has several may have switched
 * in another window, and what was meant for one must not land at the other. Such forms carry `employerId`.
 */
export function requireSameEmployer(
  form: FormData,
  { employerId, employerName }: Membership,
): void {
  const openedFor = form.get("employerId");
  if (openedFor === null || openedFor === employerId) return;
  throw new DomainError(
    "changed-meanwhile",
    `This page was opened for another employer, and you act for ${employerName} now. Nothing was changed. Switch back, then try again.`,
  );
}
