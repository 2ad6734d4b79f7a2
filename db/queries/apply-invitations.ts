import { sql } from "kysely";
import type { ApplyInvitationStatus } from "#app/domain/coder-visibility.ts";
import type { Db } from "#db/client.ts";
import { IS_PUBLISHED, isPublished, wasPublished } from "./job-scopes.ts";

/** The open jobs of an employer, with how this coder stands to each. */
export const listInvitableJobs = (
  db: Db,
  { employerId, userId, limit }: { employerId: string; userId: string; limit: number },
) =>
  db
    .selectFrom("jobs")
    .leftJoin("applyInvitations as i", (join) =>
      join.onRef("i.jobId", "=", "jobs.id").on("i.userId", "=", userId),
    )
    .leftJoin("applications as a", (join) =>
      join.onRef("a.jobId", "=", "jobs.id").on("a.applicantId", "=", userId),
    )
    .select(["jobs.id", "jobs.title", "jobs.city", "jobs.state"])
    .where("jobs.employerId", "=", employerId)
    .where(isPublished)
    .where("i.id", "is", null)
    .where("a.id", "is", null)
    .orderBy("jobs.title")
    .orderBy("jobs.id")
    .limit(limit)
    .execute();

/** An employer's invitations to one coder, last first. */
export const listInvitationsTo = (
  db: Db,
  { employerId, userId }: { employerId: string; userId: string },
) =>
  db
    .selectFrom("applyInvitations as i")
    .innerJoin("jobs", "jobs.id", "i.jobId")
    .select(["i.id", "i.status", "i.createdAt", "jobs.id as jobId", "jobs.title"])
    .where("i.employerId", "=", employerId)
    .where("i.userId", "=", userId)
    .orderBy("i.createdAt", "desc")
    .orderBy("i.id")
    .limit(50)
    .execute();

/** Holds the employer's row and counts its invitations of the last day: two at once are counted one after the other. */
export async function countInvitationsToday(db: Db, employerId: string): Promise<number> {
  await db
    .selectFrom("employers")
    .select("id")
    .where("id", "=", employerId)
    .forNoKeyUpdate()
    .execute();
  const { count } = await db
    .selectFrom("applyInvitations")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("employerId", "=", employerId)
    .where("createdAt", ">", sql<Date>`now() - interval '1 day'`)
    .executeTakeFirstOrThrow();
  return count;
}

/** One of an employer's open jobs to invite to; null for any other. */
export async function findOpenJobOf(
  db: Db,
  { jobId, employerId }: { jobId: string; employerId: string },
) {
  const row = await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select(["jobs.id", "jobs.slug", "jobs.title", "employers.name as employerName"])
    .where("jobs.id", "=", jobId)
    .where("jobs.employerId", "=", employerId)
    .where(isPublished)
    .executeTakeFirst();
  return row ?? null;
}

export async function isInvited(
  db: Db,
  { jobId, userId }: { jobId: string; userId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("applyInvitations")
    .select("id")
    .where("jobId", "=", jobId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the coder was invited to this job before. */
export async function insertApplyInvitation(
  db: Db,
  values: { userId: string; jobId: string; employerId: string; invitedBy: string; message: string },
): Promise<boolean> {
  const row = await db
    .insertInto("applyInvitations")
    .values({ ...values, answeredAt: null })
    .onConflict((conflict) => conflict.constraint("apply_invitations_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Of employers a person has not hidden from. */
const ownInvitations = (db: Db, userId: string) =>
  db
    .selectFrom("applyInvitations as i")
    .innerJoin("jobs", "jobs.id", "i.jobId")
    .innerJoin("employers", "employers.id", "i.employerId")
    .where("i.userId", "=", userId)
    .where("employers.suspendedAt", "is", null)
    .where(wasPublished)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("hiddenFromEmployers as h")
            .select("h.userId")
            .whereRef("h.userId", "=", "i.userId")
            .whereRef("h.employerId", "=", "i.employerId"),
        ),
      ),
    );

export async function countOwnInvitations(db: Db, userId: string): Promise<number> {
  const { count } = await ownInvitations(db, userId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many invitations to open jobs a person has not answered. */
export async function countWaitingInvitations(db: Db, userId: string): Promise<number> {
  const { count } = await ownInvitations(db, userId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("i.status", "=", "pending")
    .where(isPublished)
    .executeTakeFirstOrThrow();
  return count;
}

/** A person's invitations, last first. */
export const listOwnInvitations = (
  db: Db,
  { userId, limit, offset }: { userId: string; limit: number; offset: number },
) =>
  ownInvitations(db, userId)
    .leftJoin("applications as a", (join) =>
      join.onRef("a.jobId", "=", "i.jobId").onRef("a.applicantId", "=", "i.userId"),
    )
    .select([
      "i.id",
      "i.status",
      "i.message",
      "i.createdAt",
      "jobs.slug",
      "jobs.title",
      "employers.name as employerName",
      "employers.slug as employerSlug",
      "a.id as applicationId",
      IS_PUBLISHED.as("open"),
    ])
    .orderBy("i.createdAt", "desc")
    .orderBy("i.id")
    .limit(limit)
    .offset(offset)
    .execute();

/** One of a person's invitations, held; null for anyone else's and for those of employers hidden from. */
export async function holdOwnInvitation(
  db: Db,
  { id, userId }: { id: string; userId: string },
): Promise<{
  status: ApplyInvitationStatus;
  employerId: string;
  slug: string;
  open: boolean;
} | null> {
  const row = await ownInvitations(db, userId)
    .select(["i.status", "i.employerId", "jobs.slug", IS_PUBLISHED.as("open")])
    .where("i.id", "=", id)
    .forUpdate("i")
    .executeTakeFirst();
  return row ?? null;
}

export async function answerInvitation(
  db: Db,
  { id, status }: { id: string; status: "accepted" | "declined" },
): Promise<void> {
  await db
    .updateTable("applyInvitations")
    .set({ status, answeredAt: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}
