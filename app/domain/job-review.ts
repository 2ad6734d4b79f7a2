/** Whose jobs somebody of the board reads before they are public. */
export type ReviewPolicy = "off" | "unverified";

/** Whether publishing a draft means sending it to review. */
export const reviewFirst = (policy: ReviewPolicy, employer: { verifiedAt: Date | null }): boolean =>
  policy === "unverified" && employer.verifiedAt === null;
