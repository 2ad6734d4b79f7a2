import type { AccountDeletionsTable } from "./account-deletions.ts";
import type { AccountExportsTable } from "./account-exports.ts";
import type {
  AlertAddressesTable,
  AlertRequestsTable,
  AlertSuppressionsTable,
} from "./alert-addresses.ts";
import type { ApplicantCredentialsTable } from "./applicant-credentials.ts";
import type { ApplicantEducationTable } from "./applicant-education.ts";
import type { ApplicantExperienceTable } from "./applicant-experience.ts";
import type { ApplicantWorkTable } from "./applicant-work.ts";
import type { ApplicantsTable } from "./applicants.ts";
import type { ApplicationDraftsTable } from "./application-drafts.ts";
import type { ApplicationEventsTable } from "./application-events.ts";
import type { ApplicationMessagesTable } from "./application-messages.ts";
import type { ApplicationNoteMentionsTable } from "./application-note-mentions.ts";
import type { ApplicationNotesTable } from "./application-notes.ts";
import type { ApplicationRatingsTable } from "./application-ratings.ts";
import type { ApplicationsTable } from "./applications.ts";
import type { ApplyInvitationsTable } from "./apply-invitations.ts";
import type { AuditEntriesTable } from "./audit-entries.ts";
import type { BulkAnswerOutcomesTable } from "./bulk-answer-outcomes.ts";
import type { BulkAnswersTable } from "./bulk-answers.ts";
import type { CodeFamiliesTable } from "./code-families.ts";
import type { CredentialRemindersTable } from "./credential-reminders.ts";
import type { EmailTokensTable } from "./email-tokens.ts";
import type { EmployerInvitationsTable } from "./employer-invitations.ts";
import type { EmployerMembersTable } from "./employer-members.ts";
import type { EmployersTable } from "./employers.ts";
import type { FilesTable } from "./files.ts";
import type { HiddenFromEmployersTable } from "./hidden-from-employers.ts";
import type { HiddenJobsTable } from "./hidden-jobs.ts";
import type { IdempotencyKeysTable } from "./idempotency-keys.ts";
import type { JobConfirmLinksTable } from "./job-confirm-links.ts";
import type { JobEventsTable } from "./job-events.ts";
import type { JobImportRowsTable } from "./job-import-rows.ts";
import type { JobImportsTable } from "./job-imports.ts";
import type { JobReportsTable } from "./job-reports.ts";
import type { JobRequirementsTable } from "./job-requirements.ts";
import type { JobTemplatesTable } from "./job-templates.ts";
import type { JobViewDaysTable, JobViewersTable, ViewSaltsTable } from "./job-views.ts";
import type { JobsTable } from "./jobs.ts";
import type { KeptJsonResumesTable } from "./kept-json-resumes.ts";
import type { MessageTemplatesTable } from "./message-templates.ts";
import type { MessageThreadsTable } from "./message-threads.ts";
import type { MutedEmployerKindsTable } from "./muted-employer-kinds.ts";
import type { MutedEmployersTable } from "./muted-employers.ts";
import type { NameRevealsTable } from "./name-reveals.ts";
import type { ProfileViewsTable } from "./profile-views.ts";
import type { ReplyRecordsTable, StaleReplyRecordsTable } from "./reply-records.ts";
import type { ResumeReadingsTable } from "./resume-readings.ts";
import type { ResumesTable } from "./resumes.ts";
import type { SavedJobsTable } from "./saved-jobs.ts";
import type {
  SavedSearchDigestsTable,
  SavedSearchesTable,
  SavedSearchMatchesTable,
  SavedSearchTermsTable,
  UnmatchedJobsTable,
} from "./saved-searches.ts";
import type { SearchOutboxTable } from "./search-outbox.ts";
import type { SeenJobsTable } from "./seen-jobs.ts";
import type { ServedFeedsTable } from "./served-feeds.ts";
import type { SessionsTable } from "./sessions.ts";
import type { StillHiringAsksTable } from "./still-hiring-asks.ts";
import type { StoppedMailsTable } from "./stopped-mails.ts";
import type { UsersTable } from "./users.ts";

/** Every table, by its camelCase name (the SQL is snake_case; CamelCasePlugin maps the two). */
export interface Database {
  alertAddresses: AlertAddressesTable;
  alertRequests: AlertRequestsTable;
  alertSuppressions: AlertSuppressionsTable;
  users: UsersTable;
  sessions: SessionsTable;
  credentialReminders: CredentialRemindersTable;
  emailTokens: EmailTokensTable;
  files: FilesTable;
  idempotencyKeys: IdempotencyKeysTable;
  codeFamilies: CodeFamiliesTable;
  employers: EmployersTable;
  employerMembers: EmployerMembersTable;
  employerInvitations: EmployerInvitationsTable;
  jobs: JobsTable;
  jobRequirements: JobRequirementsTable;
  jobEvents: JobEventsTable;
  jobConfirmLinks: JobConfirmLinksTable;
  stillHiringAsks: StillHiringAsksTable;
  jobTemplates: JobTemplatesTable;
  replyRecords: ReplyRecordsTable;
  staleReplyRecords: StaleReplyRecordsTable;
  jobReports: JobReportsTable;
  auditEntries: AuditEntriesTable;
  jobImportRows: JobImportRowsTable;
  jobImports: JobImportsTable;
  jobViewers: JobViewersTable;
  jobViewDays: JobViewDaysTable;
  viewSalts: ViewSaltsTable;
  servedFeeds: ServedFeedsTable;
  applicants: ApplicantsTable;
  applicantExperience: ApplicantExperienceTable;
  applicantCredentials: ApplicantCredentialsTable;
  applicantWork: ApplicantWorkTable;
  applicantEducation: ApplicantEducationTable;
  hiddenFromEmployers: HiddenFromEmployersTable;
  nameReveals: NameRevealsTable;
  applyInvitations: ApplyInvitationsTable;
  profileViews: ProfileViewsTable;
  resumes: ResumesTable;
  resumeReadings: ResumeReadingsTable;
  keptJsonResumes: KeptJsonResumesTable;
  applications: ApplicationsTable;
  applicationEvents: ApplicationEventsTable;
  applicationNotes: ApplicationNotesTable;
  applicationNoteMentions: ApplicationNoteMentionsTable;
  applicationRatings: ApplicationRatingsTable;
  bulkAnswers: BulkAnswersTable;
  bulkAnswerOutcomes: BulkAnswerOutcomesTable;
  searchOutbox: SearchOutboxTable;
  applicationDrafts: ApplicationDraftsTable;
  hiddenJobs: HiddenJobsTable;
  mutedEmployerKinds: MutedEmployerKindsTable;
  mutedEmployers: MutedEmployersTable;
  savedJobs: SavedJobsTable;
  seenJobs: SeenJobsTable;
  savedSearches: SavedSearchesTable;
  savedSearchDigests: SavedSearchDigestsTable;
  savedSearchMatches: SavedSearchMatchesTable;
  savedSearchTerms: SavedSearchTermsTable;
  unmatchedJobs: UnmatchedJobsTable;
  stoppedMails: StoppedMailsTable;
  applicationMessages: ApplicationMessagesTable;
  messageThreads: MessageThreadsTable;
  messageTemplates: MessageTemplatesTable;
  accountDeletions: AccountDeletionsTable;
  accountExports: AccountExportsTable;
}
