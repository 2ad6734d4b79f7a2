import { describe, expect, it } from "vitest";
import { inviteCoder } from "#app/features/coders/invite-coder.server.ts";
import { readCoder } from "#app/features/coders/read-coder.server.ts";
import { readSentInvitations } from "#app/features/coders/read-sent-invitations.server.ts";
import { answerApplyInvitation } from "#app/features/privacy/answer-invitation.server.ts";
import { changePrivacy } from "#app/features/privacy/change-privacy.server.ts";
import { readInvitations } from "#app/features/privacy/read-invitations.server.ts";
import { replaceStoppedMails } from "#db/queries/stopped-mails.ts";
import { type ApplicantValues, makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

async function makeMeeting(values: ApplicantValues = {}) {
  const { db } = world.deps;
  const employer = await makeEmployer(db, { verifiedAt: new Date() });
  const viewer = await makeMemberViewer(db, { employerId: employer.id });
  const job = await makeJob(db, { employerId: employer.id });
  const { user, profile } = await makeApplicant(db, { visibility: "visible", ...values });
  const coder = { userId: user.id, publicId: profile.publicId };
  return { employer, viewer, job, user, ...coder };
}
type Meeting = Awaited<ReturnType<typeof makeMeeting>>;

const invite = ({ viewer, publicId, job }: Meeting, jobId = job.id, message = "Come and code.") =>
  inviteCoder(world.deps, { viewer, publicId, input: { jobId, message } });
const mailsTo = async ({ user }: Meeting) =>
  (await world.mails()).filter(({ to }) => to.address === user.email);
const lines = async ({ userId }: { userId: string }) =>
  (await readInvitations(world.deps, { userId, page: 1 })).lines;
async function invited(values: ApplicantValues = {}) {
  const meeting = await makeMeeting(values);
  await invite(meeting);
  const [line] = await lines(meeting);
  return { ...meeting, id: line?.id ?? "" };
}
const answer = ({ userId, id }: { userId: string; id: string }, intent: "accept" | "decline") =>
  answerApplyInvitation(world.deps, { userId, id, intent });
const nameSeen = async ({ viewer, publicId }: Meeting) =>
  (await readCoder(world.deps, { viewer, publicId, ahead: true }))?.profile.name;

describe("An invitation to apply", () => {
  it("is one for a job and coder, with one mail, however often it is sent at once", async () => {
    const meeting = await makeMeeting();
    await Promise.all(Array.from({ length: 50 }, () => invite(meeting)));
    expect(await lines(meeting)).toMatchObject([{ status: "pending", message: "Come and code." }]);
    const mails = await mailsTo(meeting);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("/applicant/invitations");
    expect(mails[0]?.text).toContain("/account/mail");
  });

  it("is not mailed to whoever stopped such mails, and still listed", async () => {
    const meeting = await makeMeeting();
    await replaceStoppedMails(world.deps.db, {
      userId: meeting.userId,
      mails: ["apply-invitation"],
    });
    await invite(meeting);
    expect(await mailsTo(meeting)).toEqual([]);
    expect(await lines(meeting)).toHaveLength(1);
  });

  it("is refused for another employer's job, one not open, and one applied to", async () => {
    const meeting = await makeMeeting();
    const { db } = world.deps;
    const foreign = await makeJob(db);
    const draft = await makeJob(db, { employerId: meeting.employer.id, status: "draft" });
    for (const { id } of [foreign, draft]) {
      await expect(invite(meeting, id)).rejects.toMatchObject({ code: "job-not-open" });
    }
    await makeApplication(db, { jobId: meeting.job.id, applicantId: meeting.userId });
    await expect(invite(meeting)).rejects.toMatchObject({ code: "already-applied" });
    expect(await lines(meeting)).toEqual([]);
  });

  it("is refused to whoever may not see the coder", async () => {
    const hidden = await makeMeeting({ visibility: "hidden" });
    await expect(invite(hidden)).rejects.toMatchObject({ code: "not-found" });
    const unverified = await makeMeeting();
    await world.deps.db
      .updateTable("employers")
      .set({ verifiedAt: null })
      .where("id", "=", unverified.employer.id)
      .execute();
    await expect(invite(unverified)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is one of forty a day, even when the last are sent at once", async () => {
    const meeting = await makeMeeting();
    const { db } = world.deps;
    const jobs = await Promise.all(
      Array.from({ length: 45 }, () => makeJob(db, { employerId: meeting.employer.id })),
    );
    const sent = await Promise.allSettled(jobs.map(({ id }) => invite(meeting, id)));
    const refused = sent.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ reason: { code: "too-many-attempts" } });
  });
});

describe("Answering an invitation", () => {
  it("by accepting shows the name to that employer alone and leads to the application", async () => {
    const meeting = await invited({ anonymous: true, user: { name: "Nora Known" } });
    expect(await nameSeen(meeting)).toBe("Coder in Florida, 3 years");
    const places = await Promise.all(Array.from({ length: 10 }, () => answer(meeting, "accept")));
    expect(new Set(places)).toEqual(new Set([`/jobs/${meeting.job.slug}/apply`]));
    expect(await nameSeen(meeting)).toBe("Nora Known");
    const other = await makeMeeting();
    expect(await nameSeen({ ...other, publicId: meeting.publicId })).toMatch(/^Coder in/);

    const { userId, employer } = meeting;
    const change = { intent: "hide-name", employerId: employer.id } as const;
    await changePrivacy(world.deps, { userId, change });
    expect(await nameSeen(meeting)).toMatch(/^Coder in/);
    await answer(meeting, "accept");
    expect(await nameSeen(meeting)).toMatch(/^Coder in/);
  });

  it("by declining is marked, reveals nothing, and can be thought over; an acceptance cannot be declined", async () => {
    const meeting = await invited({ anonymous: true });
    await answer(meeting, "decline");
    await answer(meeting, "decline");
    const seen = await readCoder(world.deps, { ...meeting, ahead: true });
    expect(seen?.invitations).toMatchObject([{ status: "declined" }]);
    expect(seen?.code).not.toBeNull();
    await answer(meeting, "accept");
    await expect(answer(meeting, "decline")).rejects.toMatchObject({ code: "illegal-move" });
    expect(await lines(meeting)).toMatchObject([{ status: "accepted" }]);
  });

  it("is nobody else's, not of an employer hidden from since, and not for a closed job", async () => {
    const meeting = await invited();
    const { user: other } = await makeApplicant(world.deps.db);
    const asOther = { userId: other.id, id: meeting.id };
    await expect(answer(asOther, "accept")).rejects.toMatchObject({ code: "not-found" });
    await world.deps.db
      .updateTable("jobs")
      .set({ status: "closed", closeReason: "filled" })
      .where("id", "=", meeting.job.id)
      .execute();
    await expect(answer(meeting, "accept")).rejects.toMatchObject({ code: "job-not-open" });
    const change = { intent: "hide-from", employerId: meeting.employer.id } as const;
    await changePrivacy(world.deps, { userId: meeting.userId, change });
    expect(await lines(meeting)).toEqual([]);
    await expect(answer(meeting, "decline")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the invitations an employer sent", () => {
  const sent = async ({ viewer }: Pick<Meeting, "viewer">) => {
    const looker = { employerId: viewer.membership.employerId, viewerId: viewer.userId };
    return (await readSentInvitations(world.deps, { ...looker, page: 1 })).lines;
  };

  it("stand with what came of each, and are nobody else's", async () => {
    const { db } = world.deps;
    const meeting = await invited({ anonymous: true });
    expect(await sent(meeting)).toMatchObject([
      { coder: expect.stringMatching(/^Anonymous coder /), standing: "No answer yet" },
    ]);
    await answer(meeting, "accept");
    expect(await sent(meeting)).toMatchObject([
      { coder: meeting.user.name, standing: "Accepted, not applied yet", applicationId: null },
    ]);
    const application = await makeApplication(db, {
      jobId: meeting.job.id,
      applicantId: meeting.userId,
    });
    expect(await sent(meeting)).toMatchObject([
      { standing: "Applied: Submitted", applicationId: application.id },
    ]);
    expect(await sent(await makeMeeting())).toEqual([]);
  });

  it("name nobody who hid from the employer since", async () => {
    const meeting = await invited();
    const change = { intent: "hide-from", employerId: meeting.employer.id } as const;
    await changePrivacy(world.deps, { userId: meeting.userId, change });
    const [line] = await sent(meeting);
    expect(line).toMatchObject({
      coderHref: null,
      coder: expect.stringContaining("does not show"),
    });
    expect(JSON.stringify(line)).not.toContain(meeting.user.name);
    expect(JSON.stringify(line)).not.toContain(meeting.publicId);
  });
});
