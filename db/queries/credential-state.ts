import { type RawBuilder, sql } from "kysely";
import type { CredentialStatus } from "#app/domain/credential-rule.ts";

/** Today, by the database's clock, in UTC. */
export const TODAY = sql<string>`(now() at time zone 'utc')::date`;

/** `credentialState` of the domain in SQL, for a row of `applicant_credentials` named `row`. */
export const credentialStateOf = (row: string): RawBuilder<CredentialStatus> => {
  const status = sql.ref(`${row}.status`);
  const expiresOn = sql.ref(`${row}.expires_on`);
  return sql<CredentialStatus>`case
    when ${status} = 'revoked' or ${expiresOn} is null then ${status}
    when ${expiresOn} < ${TODAY} then 'lapsed'
    when ${status} = 'verified' and ${expiresOn} <= ${TODAY} + 90 then 'expiring'
    else ${status} end`;
};

/** The day (UTC) such a row was verified; null when it is not. */
export const verifiedOnOf = (row: string): RawBuilder<string | null> =>
  sql<string | null>`case when ${sql.ref(`${row}.status`)} = 'verified'
    then (${sql.ref(`${row}.verified_at`)} at time zone 'utc')::date end`;
