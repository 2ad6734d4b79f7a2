import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { ThreadSide } from "#app/domain/message-thread.ts";
import {
  canAnswerApplication,
  canReadApplication,
  isOwnApplication,
} from "#app/domain/policies/application.ts";
import type { Viewer } from "#app/domain/viewer.ts";

interface Parties {
  applicantId: string;
  employerId: string;
}

/** On which side of the thread this person reads; a stranger meets the 404 of an unknown id. */
export function requireSide(viewer: Viewer, parties: Parties | null): ThreadSide {
  if (parties && isOwnApplication(viewer, parties)) return "applicant";
  if (parties && canReadApplication(viewer, parties)) return "employer";
  throw notFoundError();
}

export const mayWriteAs = (side: ThreadSide, viewer: Viewer, parties: Parties): boolean =>
  side === "applicant" || canAnswerApplication(viewer, parties);

export const VIEWERS_ONLY_READ =
  "Your role is viewer: you can read messages. Owners and recruiters write them.";

export const viewersOnlyRead = (): DomainError => new DomainError("not-allowed", VIEWERS_ONLY_READ);
