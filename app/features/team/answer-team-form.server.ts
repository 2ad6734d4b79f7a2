import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { notFound, STATUS } from "#app/web/handled.server.ts";
import { parseForm, refuse } from "#app/web/parse-form.server.ts";
import type { Actor } from "./change-team.server.ts";
import { inviteMember, resendInvitation, revokeInvitation } from "./invite-member.server.ts";
import { invitationForm, inviteForm } from "./team.form.ts";

type Answer = { done: "invited" | "resent" | "revoked" } | { status: number; form: FormState };

/** What an owner does about invitations, chosen by the button that was pressed. */
export async function answerTeamForm(
  deps: Deps,
  { actor, form }: { actor: Actor; form: FormData },
): Promise<Answer> {
  try {
    switch (form.get("intent")) {
      case "invite": {
        const parsed = parseForm(inviteForm, form);
        if (!parsed.ok) return { status: 422, form: parsed.form };
        await inviteMember(deps, { actor, ...parsed.value });
        return { done: "invited" };
      }
      case "resend":
        await resendInvitation(deps, { actor, ...invitationOf(form) });
        return { done: "resent" };
      case "revoke":
        await revokeInvitation(deps, { actor, ...invitationOf(form) });
        return { done: "revoked" };
      default:
        throw notFound();
    }
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const field = form.get("intent") === "invite" ? "email" : "";
    return { status: STATUS[error.code], form: refuse(form, field, error.message) };
  }
}

function invitationOf(form: FormData): { invitationId: string } {
  const parsed = parseForm(invitationForm, form);
  if (!parsed.ok) throw notFound();
  return parsed.value;
}
