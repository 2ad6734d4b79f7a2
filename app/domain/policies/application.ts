import type { Viewer } from "../viewer.ts";

interface ApplicationParties {
  applicantId: string;
  /** The employer of the job applied to. */
  employerId: string;
}

/**
 * Only members of that employer may read an application, and only while the board has not suspended it; anyone else
 * meets the 404 of an unknown id.
 */
export const canReadApplication = (
  viewer: Viewer | null,
  { employerId }: ApplicationParties,
): boolean =>
  viewer?.kind === "employer" &&
  viewer.membership?.employerId === employerId &&
  !viewer.membership.suspended;

export const canAnswerApplication = (viewer: Viewer | null, parties: ApplicationParties): boolean =>
  canReadApplication(viewer, parties) && viewer?.membership?.role !== "viewer";

export const isOwnApplication = (
  viewer: Viewer | null,
  { applicantId }: ApplicationParties,
): boolean => viewer?.kind === "applicant" && viewer.userId === applicantId;
