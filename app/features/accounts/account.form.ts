import { z } from "zod";
import { MAX_PASSWORD, passwordProblem } from "#app/auth/password-rules.ts";
import { emailAddress, text } from "#app/web/form-fields.ts";

// Never trimmed or cleaned: a password is what was typed.
const typedPassword = (missing: string) =>
  z
    .string(missing)
    .min(1, missing)
    .max(MAX_PASSWORD, `At most ${MAX_PASSWORD.toLocaleString("en-US")} characters.`);

// Of an account with this address.
const newPassword = (missing: string, email: string) =>
  typedPassword(missing).superRefine((password, context) => {
    const problem = password && passwordProblem(password, email);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

const personName = text(200, "Give your name.").pipe(
  z.string().transform((name) => name.replace(/\s+/g, " ")),
);

export const signUpForm = z
  .object({
    kind: z.enum(
      ["applicant", "employer"],
      "Choose whether you sign up as an applicant or as an employer.",
    ),
    name: personName,
    email: emailAddress(),
    password: newPassword("Choose a password.", ""),
  })
  .superRefine(({ password, email }, context) => {
    const problem = passwordProblem(password, "") ? null : passwordProblem(password, email);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });

export const logInForm = z.object({
  email: text(254, "Give your email address."),
  password: typedPassword("Give your password."),
});

export const emailOnlyForm = z.object({ email: emailAddress() });

export const nameForm = z.object({ name: personName });

export const resetPasswordForm = (email: string) =>
  z.object({ password: newPassword("Choose a password.", email) });

/** Of somebody who signs up by an invitation, which says the address. */
export const invitedSignUpForm = (email: string) =>
  z.object({ name: personName, password: newPassword("Choose a password.", email) });

export const changePasswordForm = (email: string) =>
  z.object({
    currentPassword: typedPassword("Give your current password."),
    newPassword: newPassword("Choose a new password.", email),
  });

export const changeEmailForm = z.object({
  email: emailAddress(),
  emailPassword: typedPassword("Give your current password."),
});

export const revokeSessionForm = z.object({
  sessionId: z.string().regex(/^[0-9a-f]{64}$/, "We do not know that session."),
});
