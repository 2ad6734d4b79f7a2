import type { UserKind } from "#app/domain/viewer.ts";

export const KINDS: Record<UserKind, string> = {
  applicant: "Applicant",
  employer: "Employer",
  admin: "Administrator",
};
