import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";

/** The profile and the employer the demo accounts belong to. */
export const DEMO_PROFILE = "profile-001";
export const DEMO_EMPLOYER = "Harborline Heart Institute";

export const DEMO_TEAM = [
  { role: "recruiter", name: "Imani Castellanos", mailbox: "recruiting" },
  { role: "viewer", name: "Walter Pruitt", mailbox: "coding-manager" },
] as const;

export const ADMIN = { name: "Ada Lindgren", email: "admin@careercenter.example" };

const FIRST = ["Renata", "Calvin", "Yolanda", "Brett", "Simone", "Anil", "Teresa", "Grant", "Mei"];
const LAST = ["Voss", "Harlan", "Okoye", "Petrie", "Salazar", "Whitcomb", "Dunne", "Ferraro"];

/** A name for the owner of the employer at `index`. */
export const ownerName = (index: number): string =>
  `${FIRST[index % FIRST.length]} ${LAST[(index * 3) % LAST.length]}`;

// The parameters of app/auth's hasher; a hash carries its own, so the two may drift apart without harm.
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Eighteen characters nobody has ever used. */
export const freshPassword = (): string => randomBytes(14).toString("base64url").slice(0, 18);
