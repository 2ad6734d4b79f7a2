import { sql } from "kysely";

/**
 * Of `employerMembers`: their employer is not suspended. Nobody gets mail about applicants or jobs for an employer whose
 * pages are closed to them.
 */
export const ofGoodStanding = () =>
  sql<boolean>`exists (
    select from employers where id = employer_members.employer_id and suspended_at is null)`;
