import type { Db } from "#db/client.ts";
import { type CoderLooker, mayBeSeenBy, seesNameOf } from "./coder-scope.ts";

const sentBy = (db: Db, employerId: string) =>
  db
    .selectFrom("applyInvitations as i")
    .innerJoin("jobs", "jobs.id", "i.jobId")
    .innerJoin("applicants", "applicants.userId", "i.userId")
    .innerJoin("users", "users.id", "i.userId")
    .where("i.employerId", "=", employerId);

export async function countSentInvitations(db: Db, employerId: string): Promise<number> {
  const { count } = await sentBy(db, employerId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** An employer's invitations to apply, last first, with what the member who looks may know of each coder. */
export const listSentInvitations = (
  db: Db,
  { limit, offset, ...looker }: CoderLooker & { limit: number; offset: number },
) =>
  sentBy(db, looker.employerId)
    .leftJoin("users as inviter", "inviter.id", "i.invitedBy")
    .leftJoin("applications as a", (join) =>
      join.onRef("a.jobId", "=", "i.jobId").onRef("a.applicantId", "=", "i.userId"),
    )
    .select([
      "i.id",
      "i.status",
      "i.createdAt",
      "jobs.id as jobId",
      "jobs.title",
      "inviter.name as invitedBy",
      "a.id as applicationId",
      "a.stage",
      "applicants.publicId",
      "users.name",
      mayBeSeenBy(looker).as("seen"),
      seesNameOf(looker.employerId).as("seesName"),
    ])
    .orderBy("i.createdAt", "desc")
    .orderBy("i.id")
    .limit(limit)
    .offset(offset)
    .execute();
