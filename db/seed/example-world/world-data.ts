import type { CredentialStatus } from "#app/domain/credential-rule.ts";
import type { PayType } from "#app/domain/pay.ts";
import type { StateRule } from "#app/domain/us-states.ts";
import jobData from "./jobs.json" with { type: "json" };
import profileData from "./profiles.json" with { type: "json" };

export interface ExampleJob {
  id: string;
  title: string;
  employer: { name: string; type: string; city: string; state: string; apply_email: string };
  specialty: string;
  specialties: string[];
  setting: string;
  role: string;
  experience_level: string;
  min_years: number;
  required_families: string[];
  preferred_families: string[];
  required_credentials_any: string[];
  preferred_credentials: string[];
  apprentice_welcome: boolean;
  pay: { type: PayType; min: number; max: number; note: string };
  employment_type: string;
  schedule: string;
  work_mode: string;
  remote_states: { mode: StateRule; states: string[] };
  software: string[];
  productivity: { unit: string; target: number }[];
  quality: { metric: string; minimum: number }[];
  screening_questions: { question: string }[];
  description: string;
}

export interface ExampleProfile {
  id: string;
  name: string;
  email: string;
  city: string;
  state: string;
  headline: string;
  experience_level: string;
  available: string;
  employment_types: string[];
  work_modes: string[];
  desired_pay: { type: PayType; min: number };
  credentials: {
    code: string;
    issuer: string;
    member_id: string;
    status: CredentialStatus;
    /** "YYYY-MM". */
    earned: string;
    renews: string;
  }[];
  specialties: string[];
  families: {
    id: string;
    years: number;
    accuracy_pct: number;
    charts_per_day: number;
    last_used: number;
  }[];
  software: string[];
  /** "YYYY-MM"; an `end` may be "present". */
  work_history: {
    employer: string;
    title: string;
    setting: string;
    start: string;
    end: string;
    summary: string;
  }[];
  education: string;
  languages: string[];
  about: string;
}

export const EXAMPLE_JOBS = jobData as ExampleJob[];
export const EXAMPLE_PROFILES = profileData as ExampleProfile[];

const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

export const daysBefore = (now: Date, days: number): Date =>
  new Date(now.getTime() - days * DAY_MS);

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
