import type { Device } from "#app/auth/sessions.server.ts";
import type { FormState } from "#app/components/form-state.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { notFound } from "#app/web/handled.server.ts";
import { parseForm, refuse } from "#app/web/parse-form.server.ts";
import { updateAccountName } from "#db/queries/accounts.ts";
import {
  changeEmailForm,
  changePasswordForm,
  nameForm,
  revokeSessionForm,
} from "./account.form.ts";
import { changePassword } from "./change-password.server.ts";
import { requestEmailChange } from "./request-email-change.server.ts";
import { revokeSessions } from "./revoke-sessions.server.ts";

/** What the account page says after each change. */
export const DONE: Record<string, { title: string; mailed?: boolean }> = {
  name: { title: "Your name is saved." },
  kept: {
    title: "You keep your account. If it was not you who asked to delete it, change your password.",
  },
  "email-asked": {
    title: "Check the mail of the new address: open the link there to make the change.",
    mailed: true,
  },
  email: { title: "Your new email address is in force." },
  password: { title: "Your password is changed and every other device is logged out." },
  session: { title: "That device is logged out." },
  sessions: { title: "Every other device is logged out." },
};

interface AccountChange extends Device {
  viewer: Viewer;
  form: FormData;
}

type Answer = { done: string; setCookie?: string } | { form: FormState };

const WRONG = "That is not your current password.";

/** One change of the account page, chosen by the button that was pressed. */
export async function changeAccount(deps: Deps, change: AccountChange): Promise<Answer> {
  switch (change.form.get("intent")) {
    case "change-name":
      return await saveName(deps, change);
    case "change-email":
      return await askEmailChange(deps, change);
    case "change-password":
      return await savePassword(deps, change);
    case "revoke-session":
      return await revokeOne(deps, change);
    case "revoke-others":
      await revokeSessions(deps, { viewer: change.viewer });
      return { done: "sessions" };
    default:
      throw notFound();
  }
}

async function saveName({ db }: Deps, { viewer, form }: AccountChange): Promise<Answer> {
  const parsed = parseForm(nameForm, form);
  if (!parsed.ok) return { form: parsed.form };
  await updateAccountName(db, viewer.userId, parsed.value.name);
  return { done: "name" };
}

async function askEmailChange(deps: Deps, { viewer, form }: AccountChange): Promise<Answer> {
  const parsed = parseForm(changeEmailForm, form);
  if (!parsed.ok) return { form: parsed.form };
  const { email, emailPassword: password } = parsed.value;
  const isRight = await requestEmailChange(deps, { viewer, email, password });
  return isRight ? { done: "email-asked" } : { form: refuse(form, "emailPassword", WRONG) };
}

async function savePassword(
  deps: Deps,
  { viewer, form, ...device }: AccountChange,
): Promise<Answer> {
  const parsed = parseForm(changePasswordForm(viewer.email), form);
  if (!parsed.ok) return { form: parsed.form };
  const changed = await changePassword(deps, { ...device, ...parsed.value, viewer });
  return changed
    ? { done: "password", setCookie: changed.setCookie }
    : { form: refuse(form, "currentPassword", WRONG) };
}

async function revokeOne(deps: Deps, { viewer, form }: AccountChange): Promise<Answer> {
  const parsed = parseForm(revokeSessionForm, form);
  if (!parsed.ok) throw notFound();
  await revokeSessions(deps, { viewer, ...parsed.value });
  return { done: "session" };
}
