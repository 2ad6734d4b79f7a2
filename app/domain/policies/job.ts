import type { Viewer } from "../viewer.ts";

interface OwnedByEmployer {
  employerId: string;
}

const isMember = (viewer: Viewer | null, { employerId }: OwnedByEmployer): boolean =>
  viewer?.kind === "employer" && viewer.membership?.employerId === employerId;

/** Every member may read their employer's own jobs, whatever the status. */
export const canReadOwnJob = isMember;

/** Owners and recruiters write; viewers only read. */
export const canEditJob = (viewer: Viewer | null, job: OwnedByEmployer): boolean =>
  isMember(viewer, job) && viewer?.membership?.role !== "viewer";
