import { roleInWords } from "#app/domain/member-roles.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

interface Facts {
  to: { name: string; address: string };
  origin: string;
  employerName: string;
}

const becauseMember = ({ employerName }: Facts) =>
  `You are or were a member of the team of ${employerName} at CareerCenter.`;

/** Asks an address into a team. Names nobody: nobody has proven the address yet. */
export const memberInvitedEmail = ({
  address,
  origin,
  employerName,
  role,
  token,
  days,
}: {
  address: string;
  origin: string;
  employerName: string;
  role: MemberRole;
  token: string;
  days: number;
}): Mail =>
  layoutMail({
    to: { name: "", address },
    subject: `Join the hiring team of ${employerName}`,
    paragraphs: [
      `${employerName} invites you to its hiring team at CareerCenter, the job board for medical coders, as ${roleInWords(role)}.`,
    ],
    action: { label: "See the invitation", url: `${origin}/invitations/${token}` },
    after: [
      `The link works once, within ${days} days, and only for this address. If you do not know this employer, ignore this mail: nothing happens.`,
    ],
    reason: `An owner of ${employerName} gave this address to invite you.`,
  });

export const roleChangedEmail = (facts: Facts & { role: MemberRole }): Mail =>
  layoutMail({
    to: facts.to,
    subject: `You are now ${roleInWords(facts.role)} of ${facts.employerName}`,
    paragraphs: [
      `Hello ${facts.to.name},`,
      `An owner of ${facts.employerName} changed your role in its hiring team: you are now ${roleInWords(facts.role)}.`,
    ],
    action: { label: "See the team", url: `${facts.origin}/employer/members` },
    reason: becauseMember(facts),
  });

export const memberRemovedEmail = (facts: Facts): Mail =>
  layoutMail({
    to: facts.to,
    subject: `You are no longer in the team of ${facts.employerName}`,
    paragraphs: [
      `Hello ${facts.to.name},`,
      `An owner of ${facts.employerName} took you out of its hiring team. You can no longer see its jobs and applications; your account and anything else you do with it stay as they are.`,
    ],
    after: ["If you think this is a mistake, ask an owner to invite you again."],
    reason: becauseMember(facts),
  });

/** Tells an owner that the team has other owners than before. */
export const ownershipMovedEmail = (facts: Facts & { fromName: string; toName: string }): Mail =>
  layoutMail({
    to: facts.to,
    subject: `${facts.employerName} has a new owner`,
    paragraphs: [
      `Hello ${facts.to.name},`,
      `${facts.fromName} handed the ownership of ${facts.employerName} at CareerCenter to ${facts.toName}. ${facts.fromName} stays in the team as a recruiter.`,
    ],
    action: { label: "See the team", url: `${facts.origin}/employer/members` },
    after: ["If this is not as it should be, talk to each other soon: an owner can undo it."],
    reason: becauseMember(facts),
  });
