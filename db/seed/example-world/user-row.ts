import type { SeedRow } from "../insert-rows.ts";

export interface SeededUser {
  /** The hash of a secret nobody kept. */
  unusable: string;
  now: Date;
}

/** A user with a verified address whom nobody can log in as. */
export const userRow = (
  row: { id: string; email: string; name: string; kind: "applicant" | "employer" | "admin" },
  { unusable, now }: SeededUser,
): SeedRow<"users"> => ({
  ...row,
  passwordHash: unusable,
  emailVerifiedAt: now,
  createdAt: now,
  updatedAt: now,
});
