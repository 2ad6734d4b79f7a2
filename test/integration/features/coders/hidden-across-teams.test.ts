import { expect, it } from "vitest";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { readCoderQuery } from "#app/features/coders/coder-query.ts";
import { findCoders } from "#app/features/coders/find-coders.server.ts";
import { inviteCoder } from "#app/features/coders/invite-coder.server.ts";
import { openCoderResume } from "#app/features/coders/open-coder-resume.server.ts";
import { readCoder } from "#app/features/coders/read-coder.server.ts";
import { changePrivacy } from "#app/features/privacy/change-privacy.server.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
type Member = Viewer & { membership: Membership };

const isFound = async ({ userId, membership }: Member, publicId: string) => {
  const query = readCoderQuery(new URLSearchParams());
  const { employerId } = membership;
  const { coders } = await findCoders(world.deps, { employerId, viewerId: userId, query });
  return coders.some((coder) => coder.publicId === publicId);
};
const isOpened = async (viewer: Member, publicId: string) =>
  (await readCoder(world.deps, { viewer, publicId, ahead: false })) !== null;

it("A coder hidden from one team is not seen by its people through another team of theirs", async () => {
  const { db } = world.deps;
  const [first, second] = [
    await makeEmployer(db, { verifiedAt: new Date() }),
    await makeEmployer(db, { verifiedAt: new Date() }),
  ];
  const colleague = await makeMemberViewer(db, { employerId: second.id, role: "recruiter" });
  const ofBoth = await makeMemberViewer(db, { employerId: first.id, role: "recruiter" });
  await db
    .insertInto("employerMembers")
    .values({ userId: ofBoth.userId, employerId: second.id, role: "recruiter" })
    .execute();
  const through = { ...ofBoth, membership: { ...ofBoth.membership, employerId: second.id } };
  const { user, profile } = await makeApplicant(db, { visibility: "visible" });
  const { publicId } = profile;
  expect(await isFound(through, publicId)).toBe(true);

  const change = { intent: "hide-from", employerId: first.id } as const;
  await changePrivacy(world.deps, { userId: user.id, change });
  expect(await isFound(through, publicId)).toBe(false);
  expect(await isOpened(through, publicId)).toBe(false);
  const job = await makeJob(db, { employerId: second.id });
  const input = { jobId: job.id, message: "" };
  for (const refused of [
    () => openCoderResume(world.deps, { viewer: through, publicId }),
    () => inviteCoder(world.deps, { viewer: through, publicId, input }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await isFound(colleague, publicId)).toBe(true);
  expect(await isOpened(colleague, publicId)).toBe(true);

  await changePrivacy(world.deps, { userId: user.id, change: { ...change, intent: "show-to" } });
  expect(await isFound(through, publicId)).toBe(true);
});
