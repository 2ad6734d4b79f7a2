import type { Persona, World } from "./world.ts";

export type Access = readonly Persona[] | "everyone";

export interface RouteAccess {
  loader?: Access;
  action?: Access;
  /** Values of the route's dynamic parts; the ids are the first employer's and the first applicant's. */
  params?: (world: World) => Record<string, string>;
  /** The same with ids nobody has: whoever may not know must not be able to tell the two apart. */
  unknown?: (world: World) => Record<string, string>;
}

const SIGNED_IN: Access = [
  "applicant",
  "otherApplicant",
  "owner",
  "recruiter",
  "viewer",
  "otherOwner",
  "exMember",
  "newEmployer",
  "memberOfTwo",
  "strayed",
  "admin",
];
const APPLICANTS: Access = ["applicant", "otherApplicant"];
const THE_APPLICANT: Access = ["applicant"];
const EMPLOYER_ACCOUNTS: Access = [
  "owner",
  "recruiter",
  "viewer",
  "otherOwner",
  "exMember",
  "newEmployer",
  "memberOfTwo",
  "strayed",
];
// A member of both employers acts for the second: the first one's pages are nobody's to them until they switch.
const ANY_MEMBER: Access = ["owner", "recruiter", "viewer", "otherOwner", "memberOfTwo"];
const ANY_WRITER: Access = ["owner", "recruiter", "otherOwner", "memberOfTwo"];
const ANY_OWNER: Access = ["owner", "otherOwner", "memberOfTwo"];
const THE_OWNER: Access = ["owner"];
const MEMBERS: Access = ["owner", "recruiter", "viewer"];
const WRITERS: Access = ["owner", "recruiter"];

const ADMINS: Access = ["admin"];

const draftJob: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ draftJobId }) => ({ jobId: draftJobId }),
  unknown: ({ unknownId }) => ({ jobId: unknownId }),
};
const openJob: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ openJob }) => ({ jobId: openJob.id }),
  unknown: ({ unknownId }) => ({ jobId: unknownId }),
};
const application: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ applicationId }) => ({ applicationId }),
  unknown: ({ unknownId }) => ({ applicationId: unknownId }),
};
const colleague: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ colleagueId }) => ({ userId: colleagueId }),
  unknown: ({ unknownId }) => ({ userId: unknownId }),
};
const coder: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ coderId }) => ({ coderId }),
  unknown: ({ unknownId }) => ({ coderId: unknownId }),
};
const credential: Pick<RouteAccess, "params" | "unknown"> = {
  params: ({ credentialId }) => ({ credentialId }),
  unknown: ({ unknownId }) => ({ credentialId: unknownId }),
};
const publicJob: Pick<RouteAccess, "params"> = {
  params: ({ openJob }) => ({ slug: openJob.slug }),
};

const PUBLIC: RouteAccess = { loader: "everyone" };
const PUBLIC_FORM: RouteAccess = { loader: "everyone", action: "everyone" };

/** Who may ask what, route by route. A route of the build that is missing here fails the matrix. */
export const ACCESS: Record<string, RouteAccess> = {
  root: PUBLIC,
  "routes/_index": PUBLIC,
  "routes/$": { ...PUBLIC_FORM, params: () => ({ "*": "nowhere" }) },
  "routes/robots[.]txt": PUBLIC,
  "routes/sitemap[.]xml": PUBLIC,
  "routes/sitemap.$part[.]xml": { ...PUBLIC, params: () => ({ part: "jobs" }) },
  "routes/feeds.jobs[.]atom": PUBLIC,
  "routes/feeds.indeed[.]xml": PUBLIC,
  "routes/appearance": { action: "everyone" },
  "routes/jobs._index": PUBLIC,
  "routes/jobs.$slug._index": { ...PUBLIC, ...publicJob },
  "routes/jobs.$slug_.report": { ...PUBLIC_FORM, ...publicJob },
  // Without a session it leads to sign-up, so it is nobody's secret; what it writes is of whoever asks.
  "routes/jobs.$slug_.marks": { action: "everyone", ...publicJob },
  "routes/employers.$slug._index": {
    ...PUBLIC,
    params: ({ employerSlug }) => ({ slug: employerSlug }),
  },
  "routes/employers.$slug.logo": {
    ...PUBLIC,
    params: ({ employerSlug }) => ({ slug: employerSlug }),
  },
  "routes/code-families._index": PUBLIC,
  "routes/code-families.$id": { ...PUBLIC, params: () => ({ id: "cpt-echo" }) },
  "routes/specialties.$slug": { ...PUBLIC, params: () => ({ slug: "cardiology" }) },
  "routes/api.v1.jobs": PUBLIC,
  "routes/api.v1.code-families": PUBLIC,
  "routes/api.v1.suggestions": PUBLIC,
  "routes/dev.empty": PUBLIC,
  "routes/dev.mail._index": PUBLIC,
  "routes/dev.mail.$mailId": { ...PUBLIC, params: ({ unknownId }) => ({ mailId: unknownId }) },

  "routes/signup": PUBLIC_FORM,
  "routes/login": PUBLIC_FORM,
  "routes/logout": PUBLIC_FORM,
  "routes/forgot-password": PUBLIC_FORM,
  "routes/reset-password.$token": { ...PUBLIC_FORM, params: () => ({ token: "a".repeat(40) }) },
  "routes/verify-email.$token": { ...PUBLIC_FORM, params: () => ({ token: "a".repeat(40) }) },
  "routes/invitations.$token": { ...PUBLIC_FORM, params: () => ({ token: "a".repeat(43) }) },
  "routes/account": { loader: SIGNED_IN, action: SIGNED_IN },

  "routes/account_.mail": { loader: SIGNED_IN, action: SIGNED_IN },
  "routes/account_.delete": { loader: SIGNED_IN, action: SIGNED_IN },
  "routes/account_.export": { loader: SIGNED_IN, action: SIGNED_IN },
  // Nobody of the world has made one, so it is the same 404 for everyone signed in.
  "routes/account_.export_.$exportId": {
    loader: [],
    params: ({ unknownId }) => ({ exportId: unknownId }),
  },
  "routes/privacy": PUBLIC,
  "routes/how-matching-works": PUBLIC,
  "routes/employer.suspended": { loader: ANY_MEMBER },

  "routes/applicant.recommended": { loader: APPLICANTS },
  "routes/applicant._index": { loader: APPLICANTS },
  "routes/applicant.profile": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.profile_.export[.]json": { loader: APPLICANTS },
  "routes/applicant.profile_.export[.]pdf": { loader: APPLICANTS },
  "routes/applicant.profile_.export": { loader: APPLICANTS },
  "routes/applicant.profile_.import": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.profile_.autosave": { action: APPLICANTS },
  "routes/applicant.resumes": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.resumes_.$resumeId": {
    loader: THE_APPLICANT,
    params: ({ resumeId }) => ({ resumeId }),
    unknown: ({ unknownId }) => ({ resumeId: unknownId }),
  },
  "routes/applicant.credentials": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.credentials_.$credentialId.evidence": { loader: THE_APPLICANT, ...credential },
  "routes/applicant.privacy": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.views": { loader: APPLICANTS },
  "routes/applicant.invitations": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.saved-searches": { loader: APPLICANTS, action: APPLICANTS },
  "routes/alerts._index": PUBLIC_FORM,
  "routes/alerts.confirm.$token": { ...PUBLIC_FORM, params: () => ({ token: "a".repeat(43) }) },
  "routes/alerts.manage.$token": { ...PUBLIC_FORM, params: () => ({ token: "a".repeat(43) }) },
  "routes/alerts.stop.$token": { ...PUBLIC_FORM, params: () => ({ token: "nobody-s" }) },
  "routes/feeds.saved.$feed": {
    loader: "everyone",
    params: () => ({ feed: "nobody-s-feed-at-all-here.atom" }),
  },
  "routes/applicant.saved-jobs": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.hidden": { loader: APPLICANTS, action: APPLICANTS },
  "routes/applicant.resumes_.$resumeId_.read": {
    loader: THE_APPLICANT,
    action: THE_APPLICANT,
    params: ({ resumeId }) => ({ resumeId }),
    unknown: ({ unknownId }) => ({ resumeId: unknownId }),
  },
  "routes/applicant.applications._index": { loader: APPLICANTS },
  "routes/applicant.applications.$applicationId": {
    loader: THE_APPLICANT,
    action: THE_APPLICANT,
    ...application,
  },
  "routes/applicant.applications.$applicationId_.withdraw": {
    loader: THE_APPLICANT,
    action: THE_APPLICANT,
    ...application,
  },
  "routes/jobs.$slug_.apply_.draft": { action: APPLICANTS, ...publicJob },
  "routes/applicant.applications.$applicationId_.messages": {
    loader: THE_APPLICANT,
    action: THE_APPLICANT,
    ...application,
  },
  "routes/applicant.messages": { loader: APPLICANTS },
  "routes/account_.messages": { loader: APPLICANTS, action: APPLICANTS },
  "routes/jobs.$slug_.apply": { loader: APPLICANTS, action: APPLICANTS, ...publicJob },

  "routes/admin._index": { loader: ADMINS },
  "routes/admin.jobs._index": { loader: ADMINS },
  "routes/admin.jobs.$jobId": { loader: ADMINS, action: ADMINS, ...draftJob },
  "routes/admin.employers._index": { loader: ADMINS },
  "routes/admin.employers.$employerId": {
    loader: ADMINS,
    action: ADMINS,
    params: ({ employerId }) => ({ employerId }),
    unknown: ({ unknownId }) => ({ employerId: unknownId }),
  },
  "routes/admin.credentials._index": { loader: ADMINS },
  "routes/admin.credentials.$credentialId": { loader: ADMINS, action: ADMINS, ...credential },
  "routes/admin.credentials.$credentialId_.evidence": { loader: ADMINS, ...credential },
  "routes/admin.users._index": { loader: ADMINS },
  "routes/admin.users.$userId": {
    loader: ADMINS,
    action: ADMINS,
    params: ({ applicantId }) => ({ userId: applicantId }),
    unknown: ({ unknownId }) => ({ userId: unknownId }),
  },
  "routes/admin.tasks": { loader: ADMINS, action: ADMINS },
  "routes/admin.search": { loader: ADMINS, action: ADMINS },
  "routes/admin.audit": { loader: ADMINS },

  "routes/employer.coders._index": { loader: ANY_WRITER },
  "routes/employer.coders.invitations": { loader: ANY_WRITER },
  // Of the first applicant, who applied to the first employer and to no other.
  "routes/employer.coders.$coderId": { loader: WRITERS, action: WRITERS, ...coder },
  "routes/employer.coders.$coderId_.resume": { loader: WRITERS, ...coder },
  "routes/employer._index": { loader: ANY_MEMBER },
  "routes/employer.settings": {
    loader: EMPLOYER_ACCOUNTS,
    action: [...ANY_OWNER, "exMember", "newEmployer"],
  },
  "routes/employer.switch": { loader: EMPLOYER_ACCOUNTS, action: EMPLOYER_ACCOUNTS },
  "routes/employer.new": { loader: EMPLOYER_ACCOUNTS, action: EMPLOYER_ACCOUNTS },
  "routes/employer.members._index": { loader: ANY_MEMBER, action: ANY_OWNER },
  "routes/employer.members.leave": { loader: ANY_MEMBER, action: ANY_MEMBER },
  "routes/employer.members.$userId._index": { loader: THE_OWNER, action: THE_OWNER, ...colleague },
  "routes/employer.members.$userId.remove": { loader: THE_OWNER, action: THE_OWNER, ...colleague },
  "routes/employer.members.$userId.transfer": {
    loader: THE_OWNER,
    action: THE_OWNER,
    ...colleague,
  },
  "routes/employer.mentions": { loader: ANY_MEMBER, action: ANY_MEMBER },
  "routes/employer.text-preview": { action: EMPLOYER_ACCOUNTS },
  "routes/employer.jobs._index": { loader: ANY_MEMBER },
  "routes/employer.jobs.autosave": { action: ANY_WRITER },
  "routes/employer.jobs.new": { loader: ANY_WRITER, action: ANY_WRITER },
  "routes/employer.jobs.import._index": { loader: ANY_WRITER, action: ANY_WRITER },
  "routes/employer.jobs.import.template[.]csv": { loader: ANY_WRITER },
  "routes/employer.jobs.import.$importId": {
    loader: WRITERS,
    action: WRITERS,
    params: ({ importId }) => ({ importId }),
    unknown: ({ unknownId }) => ({ importId: unknownId }),
  },
  "routes/employer.jobs.$jobId._index": { loader: MEMBERS, action: WRITERS, ...draftJob },
  "routes/employer.jobs.$jobId.preview": { loader: MEMBERS, ...draftJob },
  "routes/employer.jobs.$jobId.edit": { loader: WRITERS, action: WRITERS, ...draftJob },
  "routes/employer.jobs.$jobId.discard": { loader: WRITERS, action: WRITERS, ...draftJob },
  "routes/employer.jobs.$jobId.numbers": { loader: MEMBERS, ...draftJob },
  "routes/employer.numbers": { loader: ANY_MEMBER },
  "routes/employer.jobs.$jobId.close": { loader: WRITERS, action: WRITERS, ...openJob },
  "routes/employer.jobs.$jobId_.applications": { loader: MEMBERS, action: WRITERS, ...openJob },
  "routes/employer.jobs.$jobId_.applications_.selected": {
    loader: WRITERS,
    action: WRITERS,
    ...openJob,
  },
  "routes/employer.jobs.$jobId_.applications_.answered.$answerId": {
    loader: ["owner"],
    params: ({ openJob, bulkAnswerId }) => ({ jobId: openJob.id, answerId: bulkAnswerId }),
    unknown: ({ openJob, unknownId }) => ({ jobId: openJob.id, answerId: unknownId }),
  },
  "routes/employer.applications.$applicationId": {
    loader: MEMBERS,
    action: WRITERS,
    ...application,
  },
  "routes/employer.applications.$applicationId_.messages": {
    loader: MEMBERS,
    action: WRITERS,
    ...application,
  },
  "routes/employer.jobs.$jobId.renew": { loader: WRITERS, action: WRITERS, ...openJob },
  "routes/employer.jobs.$jobId.schedule": { loader: WRITERS, action: WRITERS, ...draftJob },
  "routes/employer.jobs.$jobId.template": { loader: WRITERS, action: WRITERS, ...openJob },
  "routes/employer.jobs.bulk": { loader: ANY_WRITER, action: ANY_WRITER },
  "routes/employer.job-templates": { loader: ANY_WRITER, action: ANY_WRITER },
  // The link's secret says who may; without it there is nothing.
  "routes/confirm-job.$token": { ...PUBLIC_FORM, params: () => ({ token: "nobody-s" }) },
  "routes/employer.jobs.$jobId_.message": { loader: WRITERS, action: WRITERS, ...openJob },
  "routes/employer.messages": { loader: ANY_MEMBER },
  "routes/employer.templates._index": { loader: ANY_MEMBER },
  "routes/employer.templates.new": { loader: ANY_WRITER, action: ANY_WRITER },
  "routes/employer.templates.$templateId": {
    loader: WRITERS,
    action: WRITERS,
    params: ({ templateId }) => ({ templateId }),
    unknown: ({ unknownId }) => ({ templateId: unknownId }),
  },
  "routes/employer.applications.$applicationId_.resume": { loader: MEMBERS, ...application },
};
