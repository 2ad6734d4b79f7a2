import { randomUUID } from "node:crypto";
import path from "node:path";
import { startSession } from "#app/auth/sessions.server.ts";
import { createLocalFileStore } from "#app/platform/file-store.server.ts";
import type { RootDb } from "#db/client.ts";
import { insertMessage } from "#db/queries/messages.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import type { Site } from "#test/support/site.ts";

/** In everything private this world holds: an answer to somebody who may not know must never contain it. */
export const SECRET = "zebrafinch";

export const PERSONAS = [
  "anonymous",
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
] as const;
export type Persona = (typeof PERSONAS)[number];

export interface World {
  /** Cookie header of each persona; "" for anonymous. */
  cookies: Record<Persona, string>;
  openJob: { id: string; slug: string };
  draftJobId: string;
  employerId: string;
  employerSlug: string;
  applicantId: string;
  applicationId: string;
  /** The owner's. */
  bulkAnswerId: string;
  resumeId: string;
  /** The first applicant's, with evidence that waits for the board. */
  credentialId: string;
  /** The first applicant's, as employers address it. */
  coderId: string;
  templateId: string;
  /** Of the first employer, read and waiting to be confirmed. */
  importId: string;
  unknownId: string;
  /** A member of the first employer, for pages about one. */
  colleagueId: string;
}

/** Two employers, two applicants, one application with a résumé: enough for every "may" to have a "may not". */
export async function makeWorld({ db, origin, varDir }: Site): Promise<World> {
  // Verified, so that it may look coders up.
  const employer = await makeEmployer(db, { verifiedAt: new Date() });
  const other = await makeEmployer(db, { verifiedAt: new Date() });
  const { user: applicant, profile } = await makeApplicant(db, { headline: `${SECRET} coder` });
  const { user: otherApplicant } = await makeApplicant(db);
  const people = {
    applicant,
    otherApplicant,
    owner: await makeMember(db, employer.id, "owner"),
    recruiter: await makeMember(db, employer.id, "recruiter"),
    viewer: await makeMember(db, employer.id, "viewer"),
    otherOwner: await makeMember(db, other.id, "owner"),
    exMember: await makeMember(db, employer.id, "owner"),
    newEmployer: await makeUser(db, { kind: "employer" }),
    // Acts for the second employer, the one joined first.
    memberOfTwo: await makeMember(db, other.id, "owner"),
    // Was removed from the first employer while acting for it, and is still in the second.
    strayed: await makeMember(db, employer.id, "owner"),
    admin: await makeUser(db, { kind: "admin" }),
  };
  await db.deleteFrom("employerMembers").where("userId", "=", people.exMember.id).execute();
  await db
    .insertInto("employerMembers")
    .values([
      { employerId: employer.id, userId: people.memberOfTwo.id, role: "owner" },
      { employerId: other.id, userId: people.strayed.id, role: "owner" },
    ])
    .execute();
  const colleague = await makeMember(db, employer.id, "viewer", { name: `${SECRET} Colleague` });
  const openJob = await makeJob(db, { employerId: employer.id });
  const draft = await makeJob(db, {
    employerId: employer.id,
    status: "draft",
    slug: `draft-${randomUUID()}`,
    title: `${SECRET} coder`,
  });
  const stored = await createLocalFileStore(path.join(varDir, "files")).put(
    new TextEncoder().encode(`%PDF-1.4 ${SECRET}`),
  );
  const file = await db
    .insertInto("files")
    .values({ ...stored, contentType: "application/pdf" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const resume = await db
    .insertInto("resumes")
    .values({ userId: applicant.id, fileId: file.id, filename: `${SECRET}.pdf`, removedAt: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const credential = await db
    .updateTable("applicantCredentials")
    .set({
      status: "evidence-uploaded",
      evidenceFileId: file.id,
      evidenceUploadedAt: new Date(),
      number: SECRET,
    })
    .where("userId", "=", applicant.id)
    .returning("id")
    .executeTakeFirstOrThrow();
  const application = await makeApplication(db, {
    jobId: openJob.id,
    applicantId: applicant.id,
    coverNote: SECRET,
    snapshot: toJson(makeSnapshot({ name: SECRET, headline: SECRET })),
    resumeFileId: file.id,
    resumeFilename: `${SECRET}.pdf`,
  });
  const { id: importId } = await db
    .insertInto("jobImports")
    .values({
      employerId: employer.id,
      filename: `${SECRET}.csv`,
      kind: "csv",
      fileId: file.id,
      status: "imported",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const bulkAnswerId = randomUUID();
  await db
    .insertInto("bulkAnswers")
    .values({
      id: bulkAnswerId,
      jobId: openJob.id,
      actorId: people.owner.id,
      kind: "move",
      bodyHash: "",
    })
    .execute();
  await db
    .insertInto("bulkAnswerOutcomes")
    .values({ bulkAnswerId, applicationId: application.id, position: 0, refusal: SECRET })
    .execute();
  const template = await db
    .insertInto("messageTemplates")
    .values({ employerId: employer.id, name: SECRET, body: SECRET, updatedBy: people.owner.id })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertMessage(db, {
    id: randomUUID(),
    applicationId: application.id,
    employerId: employer.id,
    applicantId: applicant.id,
    senderId: applicant.id,
    side: "applicant",
    body: SECRET,
  });
  const cookies = await signIn(db, origin, people);
  await db
    .deleteFrom("employerMembers")
    .where("userId", "=", people.strayed.id)
    .where("employerId", "=", employer.id)
    .execute();
  return {
    cookies,
    openJob: { id: openJob.id, slug: openJob.slug },
    draftJobId: draft.id,
    employerId: employer.id,
    employerSlug: employer.slug,
    applicantId: applicant.id,
    applicationId: application.id,
    bulkAnswerId,
    resumeId: resume.id,
    credentialId: credential.id,
    coderId: profile.publicId,
    templateId: template.id,
    importId,
    unknownId: randomUUID(),
    colleagueId: colleague.id,
  };
}

async function signIn(
  db: RootDb,
  origin: string,
  people: Record<Exclude<Persona, "anonymous">, { id: string }>,
): Promise<Record<Persona, string>> {
  const cookies = Object.fromEntries(PERSONAS.map((name) => [name, ""])) as Record<Persona, string>;
  for (const [name, { id }] of Object.entries(people)) {
    const header = await startSession({ db, origin }, id, { ip: "127.0.0.1", userAgent: "matrix" });
    cookies[name as Persona] = header.split(";")[0] ?? "";
  }
  return cookies;
}
