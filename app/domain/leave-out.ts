/** Jobs a person does not want to see in lists. Ids of jobs and employers, kinds of employers. */
export interface LeaveOut {
  jobIds: readonly string[];
  employerIds: readonly string[];
  employerKinds: readonly string[];
}

export const leavesNothingOut = ({ jobIds, employerIds, employerKinds }: LeaveOut): boolean =>
  jobIds.length + employerIds.length + employerKinds.length === 0;

/** Most open jobs, and most employers, a person can leave out: each search names them all. */
export const MOST_HIDDEN_JOBS = 1_000;
export const MOST_MUTED_EMPLOYERS = 300;

/** The kind of employer that "all staffing agencies" means. */
export const AGENCY_KIND = "staffing-agency";
