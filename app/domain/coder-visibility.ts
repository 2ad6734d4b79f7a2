import type { ProfileSnapshot } from "./profile-snapshot.ts";
import { STATE_NAMES } from "./us-states.ts";

export const CODER_VISIBILITIES = ["visible", "applied-employers", "hidden"] as const;
export type CoderVisibility = (typeof CODER_VISIBILITIES)[number];

/** Accepting is for good; somebody who declined may still accept. */
export type ApplyInvitationStatus = "pending" | "accepted" | "declined";

/** The short code an anonymous coder is known by: the same for every employer, and nothing about the person. */
export const coderCode = (publicId: string): string =>
  publicId.replaceAll("-", "").slice(0, 6).toUpperCase();

/** "Coder in Florida, 6 years": what stands where a name would. `months` is the longest of any family. */
export function anonymousTitle({
  state,
  months,
}: {
  state: string | null;
  months: number;
}): string {
  const place = state ? ` in ${STATE_NAMES[state] ?? state}` : "";
  const years = Math.floor(months / 12);
  if (years < 1) return `Coder${place}`;
  return `Coder${place}, ${years} ${years === 1 ? "year" : "years"}`;
}

/**
 * A profile without what says who it is: name, address, city, and everything written in the person's own words,
 * where names and employers hide. What was chosen from lists, and dates, stay. Other fields are not carried over: one
 * added to profiles later stays hidden until it is named here.
 */
export function maskProfile(profile: ProfileSnapshot): ProfileSnapshot {
  const months = Math.max(0, ...profile.experience.map((one) => one.months));
  return {
    name: anonymousTitle({ state: profile.state, months }),
    email: "",
    headline: "",
    about: "",
    city: null,
    state: profile.state,
    eligibleStates: profile.eligibleStates,
    workModes: profile.workModes,
    employmentTypes: profile.employmentTypes,
    payWishedType: profile.payWishedType,
    payWishedMin: profile.payWishedMin,
    experienceLevel: profile.experienceLevel,
    available: "",
    specialties: profile.specialties,
    settings: profile.settings,
    software: profile.software,
    experience: profile.experience,
    credentials: profile.credentials.map((one) => ({ ...one, issuer: "", number: "" })),
    work: profile.work.map(({ setting, startedOn, endedOn }) => ({
      employer: "",
      title: "Position",
      setting,
      startedOn,
      endedOn,
      summary: "",
    })),
    education: profile.education.map(({ level, finishedYear }) => ({
      institution: "",
      study: "Education",
      level,
      finishedYear,
    })),
  };
}

/** Where an employer stands to a coder's profile. `seesName` is false only for anonymous ones not yet revealed. */
export interface CoderStanding {
  userId: string;
  publicId: string;
  seesName: boolean;
}
