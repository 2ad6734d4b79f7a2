import { sql } from "kysely";
import type { ReminderDays } from "#app/domain/credential-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { TODAY } from "./credential-state.ts";

export interface DueCredential {
  name: string;
  address: string;
  code: string;
  issuer: string;
  /** "YYYY-MM-DD". */
  expiresOn: string;
  daysBefore: ReminderDays;
  /** Whole days from today to the expiry. */
  daysLeft: number;
}

/**
 * Up to `limit` credentials whose reminder is due (90, 30 or 7 days before; the shortest span that fits, so that a
 * late start sends one, not three), each written down as sent in the same statement. People who stopped these mails,
 * are suspended, leave, or never verified their address are passed over.
 */
export async function takeDueCredentials(db: Db, limit: number): Promise<DueCredential[]> {
  const { rows } = await sql<DueCredential>`
    with due as (
      select c.id, c.user_id, c.code, c.issuer, c.expires_on, c.expires_on - ${TODAY} as days_left,
        case when c.expires_on <= ${TODAY} + 7 then 7 when c.expires_on <= ${TODAY} + 30 then 30 else 90 end
          as days_before
      from applicant_credentials as c
      join users on users.id = c.user_id
      where c.status <> 'revoked' and c.expires_on between ${TODAY} and ${TODAY} + 90
        and users.email_verified_at is not null and users.suspended_at is null
        and not exists (select from account_deletions where account_deletions.user_id = users.id)
        and not exists (
          select from stopped_mails where stopped_mails.user_id = users.id and mail = 'credential-expiry')
        and not exists (
          select from credential_reminders as sent
          where sent.credential_id = c.id and sent.expires_on = c.expires_on
            and sent.days_before <=
              case when c.expires_on <= ${TODAY} + 7 then 7 when c.expires_on <= ${TODAY} + 30 then 30 else 90 end)
      order by c.expires_on, c.id limit ${limit}
      for update of c skip locked
    ), taken as (
      insert into credential_reminders (credential_id, expires_on, days_before)
      select id, expires_on, days_before from due
      on conflict do nothing returning credential_id
    )
    select users.name, users.email as address, due.code, due.issuer, due.expires_on, due.days_before, due.days_left
    from taken join due on due.id = taken.credential_id join users on users.id = due.user_id`.execute(
    db,
  );
  return rows;
}
