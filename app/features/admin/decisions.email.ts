import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

interface About {
  to: { name: string; address: string };
  origin: string;
}

const because = "You get this mail because you post jobs on CareerCenter.";

export const jobApprovedMail = ({ to, origin, job }: About & JobFacts): Mail =>
  layoutMail({
    to,
    subject: `${job.title}: approved and public`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have read “${job.title}” and it is public now. Coders find it within seconds.`,
    ],
    action: { label: "See the job", url: `${origin}/jobs/${job.slug}` },
    after: [],
    reason: because,
  });

export const jobReturnedMail = ({ to, origin, job, reason }: About & JobFacts & Reason): Mail =>
  layoutMail({
    to,
    subject: `${job.title}: changes needed before it can be public`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have read “${job.title}” and ask you to change something first:`,
      reason,
    ],
    action: { label: "Change the job", url: `${origin}/employer/jobs/${job.id}` },
    after: ["Take it back to a draft, make the changes, and send it again."],
    reason: because,
  });

export const jobRemovedMail = ({ to, origin, job, reason }: About & JobFacts & Reason): Mail =>
  layoutMail({
    to,
    subject: `${job.title}: removed from CareerCenter`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have removed “${job.title}”. Coders can no longer see it or apply. The reason:`,
      reason,
    ],
    action: { label: "See the job on your desk", url: `${origin}/employer/jobs/${job.id}` },
    after: ["If we have it wrong, write to us. Our address is below."],
    reason: because,
  });

export const employerVerifiedMail = ({ to, origin, employer }: About & EmployerFacts): Mail =>
  layoutMail({
    to,
    subject: `${employer.name} is verified`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have checked that ${employer.name} is who it says. Its page and its jobs show that it is verified.`,
    ],
    action: { label: "See your page", url: `${origin}/employers/${employer.slug}` },
    after: [],
    reason: because,
  });

export const employerRefusedMail = ({
  to,
  origin,
  employer,
  reason,
}: About & EmployerFacts & Reason): Mail =>
  layoutMail({
    to,
    subject: `${employer.name} could not be verified`,
    paragraphs: [
      `Hello ${to.name},`,
      `We could not verify ${employer.name} yet. The reason:`,
      reason,
    ],
    action: { label: "Change your employer page", url: `${origin}/employer/settings` },
    after: ["Change your page and save it: we then look at it again."],
    reason: because,
  });

export const employerSuspendedMail = ({
  to,
  origin,
  employer,
  reason,
}: About & EmployerFacts & Reason): Mail =>
  layoutMail({
    to,
    subject: `${employer.name} is suspended on CareerCenter`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have taken ${employer.name} and its jobs out of view. Until that is lifted nobody in the team can read or answer applications. The reason:`,
      reason,
    ],
    action: { label: "See what that means", url: `${origin}/employer/suspended` },
    after: ["That page says whom to write to if we have it wrong."],
    reason: because,
  });

interface JobFacts {
  job: { id: string; title: string; slug: string };
}
interface EmployerFacts {
  employer: { name: string; slug: string };
}
interface Reason {
  /** In the words of whoever decided. */
  reason: string;
}
