/** What the audit log records, in the words its page shows. A closed list: an action nobody named is not recorded. */
export const AUDIT_ACTIONS = {
  "resume-opened": "Opened a resume",
  "profile-viewed": "Looked at a profile",
  "profile-exported": "Exported a profile",
  "account-exported": "Exported an account",
  "account-deleted": "Deleted an account",
  "role-changed": "Changed a member's role",
  "member-invited": "Invited a member",
  "invitation-revoked": "Took back an invitation",
  "member-joined": "Joined an employer",
  "member-removed": "Removed a member",
  "ownership-transferred": "Transferred ownership",
  "admin-made": "Made an administrator",
  "admin-ended": "Ended an administrator",
  "user-suspended": "Suspended a person",
  "user-unsuspended": "Lifted a person's suspension",
  "employer-verified": "Verified an employer",
  "employer-refused": "Refused to verify an employer",
  "employer-unverified": "Took back an employer's verification",
  "employer-suspended": "Suspended an employer",
  "employer-unsuspended": "Lifted an employer's suspension",
  "credential-verified": "Verified a credential",
  "credential-refused": "Refused to verify a credential",
  "credential-revoked": "Revoked a credential",
  "evidence-opened": "Opened the evidence of a credential",
  "job-approved": "Approved a job",
  "job-returned": "Returned a job",
  "job-removed": "Removed a job",
  "report-dismissed": "Dismissed reports",
  "task-retried": "Tried a task again",
  "task-dropped": "Dropped a task",
  "search-rebuilt": "Asked for a new search index",
  "mark-retried": "Tried a search document again",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** What an action was done to. */
export const AUDIT_SUBJECTS = {
  user: "Person",
  employer: "Employer",
  job: "Job",
  application: "Application",
  profile: "Profile",
  resume: "Resume",
  credential: "Credential",
  invitation: "Invitation",
  task: "Task",
  search: "Search",
} as const;

export type AuditSubject = keyof typeof AUDIT_SUBJECTS;
