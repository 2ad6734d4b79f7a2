import { sql } from "kysely";
import { expect, it } from "vitest";
import {
  credentialState,
  STORED_CREDENTIAL_STATUSES,
  type StoredCredentialStatus,
} from "#app/domain/credential-lifecycle.ts";
import { credentialStateOf, TODAY } from "#db/queries/credential-state.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const DAYS = [null, -400, -1, 0, 1, 7, 89, 90, 91, 400];

it("says of every status and day what the domain says", async () => {
  const { rows } = await sql<{
    status: StoredCredentialStatus;
    expiresOn: string | null;
    state: string;
    today: string;
  }>`
    select c.status, c.expires_on, ${credentialStateOf("c")} as state, ${TODAY} as today
    from (
      select status, ${TODAY} + days as expires_on
      from unnest(${[...STORED_CREDENTIAL_STATUSES]}::text[]) as status,
        unnest(${DAYS}::int[]) as days) as c`.execute(world.deps.db);
  expect(rows).toHaveLength(STORED_CREDENTIAL_STATUSES.length * DAYS.length);
  for (const { state, today, ...row } of rows) expect(state).toBe(credentialState(row, today));
});
