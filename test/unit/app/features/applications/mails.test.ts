import { describe, expect, it } from "vitest";
import {
  APPLICATION_STAGES,
  REJECT_REASONS,
  type RejectReason,
} from "#app/domain/application-stage.ts";
import { applicationMovedEmail } from "#app/features/applications/application-moved.email.ts";
import { applicationReceivedEmail } from "#app/features/applications/application-received.email.ts";
import { applicationRejectedEmail } from "#app/features/applications/application-rejected.email.ts";
import { applicationWithdrawnEmail } from "#app/features/applications/application-withdrawn.email.ts";
import { jobClosedEmail } from "#app/features/applications/job-closed.email.ts";
import { newApplicationEmail } from "#app/features/applications/new-application.email.ts";
import type { Mail } from "#app/platform/mail.ts";

const facts = {
  origin: "https://board.example",
  applicationId: "6b1c1d9e-0000-4000-8000-000000000001",
  jobTitle: "Cath Lab <Coder>\r\nBcc: x@y.z",
  employerName: "Heart & Sons",
  to: { name: "Dana Coder", address: "dana@example.com" },
};
const replyBy = new Date("2026-12-03T10:00:00Z");
const every: Record<string, Mail> = {
  received: applicationReceivedEmail({ ...facts, replyBy, resumeFilename: "dana.pdf" }),
  new: newApplicationEmail({ ...facts, replyBy, applicantName: "Dana", match: "Covers all." }),
  moved: applicationMovedEmail({ ...facts, stage: "interview", message: "Tuesday at <ten>?" }),
  rejected: applicationRejectedEmail({ ...facts, reason: "state", message: "" }),
  withdrawn: applicationWithdrawnEmail({ ...facts, applicantName: "Dana", jobId: "job-1" }),
  closed: jobClosedEmail({
    ...facts,
    job: { status: "closed", closeReason: "filled", slug: "cath-lab" },
  }),
};

describe("every mail about an application", () => {
  it.each(Object.entries(every))(
    "%s has one-line headers, both bodies and no markup of a person's",
    (_, mail) => {
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.to).toEqual(facts.to);
      expect(mail.text).toContain("https://board.example/");
      expect(mail.html).not.toMatch(/<Coder>|<ten>/);
      expect(mail.text).not.toMatch(/undefined|null|\[object/);
      expect(mail.text).not.toContain("!");
      expect(mail.text).toContain("You get this mail because");
    },
  );

  it("links applicants to their page and members to theirs", () => {
    const path = (mail: Mail) => /https:\/\/board\.example(\/[^\s]+)/.exec(mail.text)?.[1];
    expect(path(every.received!)).toBe(`/applicant/applications/${facts.applicationId}`);
    expect(path(every.new!)).toBe(`/employer/applications/${facts.applicationId}`);
    expect(path(every.withdrawn!)).toBe("/employer/jobs/job-1/applications");
  });
});

describe("the mail to an applicant", () => {
  it("names the day the employer promised to answer by, or says that there is none", () => {
    expect(every.received!.text).toContain("by December 3, 2026");
    const open = applicationReceivedEmail({ ...facts, replyBy: null, resumeFilename: null });
    expect(open.text).toContain("has not named a day");
    expect(open.text).toContain("without a resume");
  });

  it("carries the employer's message as the employer's words", () => {
    expect(every.moved!.text).toContain("Heart & Sons writes:\n\nTuesday at <ten>?");
    const silent = applicationMovedEmail({ ...facts, stage: "interview", message: "  " });
    expect(silent.text).not.toContain("writes:");
  });

  it("says what every stage means", () => {
    for (const stage of APPLICATION_STAGES) {
      const { text } = applicationMovedEmail({ ...facts, stage, message: "" });
      expect(text.split("\n\n").length).toBeGreaterThan(4);
    }
  });

  it("gives the reason of a no in words, and never the empty words “Another reason”", () => {
    for (const reason of Object.keys(REJECT_REASONS) as RejectReason[]) {
      const { text } = applicationRejectedEmail({ ...facts, reason, message: "We hired inside." });
      expect(text.includes(REJECT_REASONS[reason])).toBe(reason !== "other");
      expect(text).toContain("We hired inside.");
    }
  });

  it("says why a job ended and what that means", () => {
    expect(every.closed!.text).toContain("This job has been filled.");
    const expired = jobClosedEmail({
      ...facts,
      job: { status: "expired", closeReason: null, slug: "cath-lab" },
    });
    expect(expired.text).toContain("Yours was in time");
  });
});

describe("the mail to a member", () => {
  it("asks to delete a downloaded resume when the applicant withdrew", () => {
    expect(every.withdrawn!.text).toContain("delete your copy");
  });
});
