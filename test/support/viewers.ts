import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";

const signedIn = (
  user: { id: string; email: string; name: string; emailVerifiedAt: Date | null },
  kind: Viewer["kind"],
  membership: Membership | null,
): Viewer => ({
  userId: user.id,
  sessionId: "session",
  email: user.email,
  name: user.name,
  kind,
  emailVerified: user.emailVerifiedAt !== null,
  authenticatedAt: new Date(),
  membership,
  memberships: membership ? 1 : 0,
});

/** An applicant with a profile, as a request would carry them. */
export async function makeApplicantViewer(
  db: Db,
  values: Parameters<typeof makeApplicant>[1] = {},
): Promise<Viewer> {
  const { user } = await makeApplicant(db, values);
  return signedIn(user, "applicant", null);
}

/** A member of `employerId` (of a new employer without it), as a request would carry them. */
export async function makeMemberViewer(
  db: Db,
  { employerId, role = "owner" }: { employerId?: string; role?: Membership["role"] } = {},
): Promise<Viewer & { membership: Membership }> {
  const id = employerId ?? (await makeEmployer(db)).id;
  const user = await makeMember(db, id, role);
  const membership = {
    employerId: id,
    employerName: "Employer",
    employerSlug: "employer",
    role,
    suspended: false,
  };
  return { ...signedIn(user, "employer", membership), membership };
}
