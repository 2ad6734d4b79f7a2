import type { ApplicantCredentialsTable } from "./applicant-credentials.ts";
import type { ApplicantEducationTable } from "./applicant-education.ts";
import type { ApplicantExperienceTable } from "./applicant-experience.ts";
import type { ApplicantWorkTable } from "./applicant-work.ts";
import type { ApplicantsTable } from "./applicants.ts";
import type { ApplicationEventsTable } from "./application-events.ts";
import type { ApplicationNotesTable } from "./application-notes.ts";
import type { ApplicationsTable } from "./applications.ts";
import type { CodeFamiliesTable } from "./code-families.ts";
import type { EmailTokensTable } from "./email-tokens.ts";
import type { EmployerMembersTable } from "./employer-members.ts";
import type { EmployersTable } from "./employers.ts";
import type { FilesTable } from "./files.ts";
import type { IdempotencyKeysTable } from "./idempotency-keys.ts";
import type { JobEventsTable } from "./job-events.ts";
import type { JobRequirementsTable } from "./job-requirements.ts";
import type { JobsTable } from "./jobs.ts";
import type { ResumesTable } from "./resumes.ts";
import type { SearchOutboxTable } from "./search-outbox.ts";
import type { SessionsTable } from "./sessions.ts";
import type { UsersTable } from "./users.ts";

/** Every table, by its camelCase name (the SQL is snake_case; CamelCasePlugin maps the two). */
export interface Database {
  users: UsersTable;
  sessions: SessionsTable;
  emailTokens: EmailTokensTable;
  files: FilesTable;
  idempotencyKeys: IdempotencyKeysTable;
  codeFamilies: CodeFamiliesTable;
  employers: EmployersTable;
  employerMembers: EmployerMembersTable;
  jobs: JobsTable;
  jobRequirements: JobRequirementsTable;
  jobEvents: JobEventsTable;
  applicants: ApplicantsTable;
  applicantExperience: ApplicantExperienceTable;
  applicantCredentials: ApplicantCredentialsTable;
  applicantWork: ApplicantWorkTable;
  applicantEducation: ApplicantEducationTable;
  resumes: ResumesTable;
  applications: ApplicationsTable;
  applicationEvents: ApplicationEventsTable;
  applicationNotes: ApplicationNotesTable;
  searchOutbox: SearchOutboxTable;
}
