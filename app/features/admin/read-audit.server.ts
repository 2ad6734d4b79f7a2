import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditAction } from "#app/domain/audit.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { listAuditEntries } from "#db/queries/audit.ts";
import { searchWords } from "./search-words.ts";

const PAGE_SIZE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isAction = (value: string | null): value is AuditAction =>
  value !== null && Object.hasOwn(AUDIT_ACTIONS, value);

/** A day of the calendar; null for what is none ("2026-02-30"). */
function dayIn(value: string | null): string | null {
  if (!value || !DAY.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return date.toISOString().startsWith(value) ? value : null;
}

/** A page of the audit log under the filters of its address; an unknown person or thing finds nothing. */
export async function readAuditPage({ db }: Pick<Deps, "db">, params: URLSearchParams) {
  const actor = searchWords(params.get("actor"));
  const subject = params.get("subject")?.trim() ?? "";
  const action = params.get("action");
  const before = Number(params.get("before"));
  const filter = {
    actorId: await accountOf(db, actor),
    action: isAction(action) ? action : null,
    subjectId: subject === "" ? null : UUID.test(subject) ? subject.toLowerCase() : NOBODY,
    from: dayIn(params.get("from")),
    to: dayIn(params.get("to")),
  };
  const rows = await listAuditEntries(db, {
    ...filter,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
    limit: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    filter,
    actor,
    subject,
    /** Why nothing can be found, said of what was asked. */
    unknown: [
      ...(filter.actorId === NOBODY ? [`No account has the address or id “${actor}”.`] : []),
      ...(filter.subjectId === NOBODY ? [`“${subject}” is not an id.`] : []),
    ],
    entries: shown.map(({ id, createdAt, action: done, subjectKind, details, ...entry }) => ({
      ...entry,
      id: String(id),
      at: createdAt.toISOString(),
      action: AUDIT_ACTIONS[done] ?? done,
      subject: AUDIT_SUBJECTS[subjectKind] ?? subjectKind,
      subjectHref: hrefOf(subjectKind, entry.subjectId),
      details: Object.entries(details)
        .map(
          ([name, value]) =>
            `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
        )
        .join("; "),
    })),
    olderFrom: rows.length > PAGE_SIZE && last ? last.id : null,
    isFirst: !(before > 0),
  };
}

// No entry is of this one: who or what nobody knows finds nothing, not everything.
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The account an id or an address names; null where nothing was given. */
async function accountOf(db: Db, actor: string): Promise<string | null> {
  if (actor === "") return null;
  if (UUID.test(actor)) return actor.toLowerCase();
  return (await findAccountByEmail(db, actor))?.id ?? NOBODY;
}

export type AuditPage = Awaited<ReturnType<typeof readAuditPage>>;

function hrefOf(kind: string, id: string | null): string | null {
  if (id === null) return null;
  if (kind === "user" || kind === "profile") return `/admin/users/${id}`;
  if (kind === "employer") return `/admin/employers/${id}`;
  return kind === "job" ? `/admin/jobs/${id}` : null;
}
