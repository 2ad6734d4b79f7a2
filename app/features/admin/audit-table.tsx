import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/data-table.tsx";
import { When } from "#app/components/when.tsx";
import type { AuditPage } from "./read-audit.server.ts";

/** Entries of the audit log; names are those of today, since the log holds ids only. */
export function AuditTable({ entries }: { entries: AuditPage["entries"] }) {
  return (
    <DataTable
      caption="Times are UTC"
      columns={[
        { header: "When", cell: ({ at }) => <When at={at} kind="datetime" /> },
        {
          header: "Who",
          cell: ({ actorId, actorName }) =>
            actorId ? (
              <Link to={`/admin/users/${actorId}`}>{actorName ?? "An account that is gone"}</Link>
            ) : (
              "The board itself"
            ),
        },
        { header: "What", cell: ({ action }) => action },
        {
          header: "To what",
          cell: ({ subject, subjectHref, subjectId, employerName }) => (
            <>
              {subjectHref ? <Link to={subjectHref}>{subject}</Link> : subject}
              {subjectHref || !subjectId ? null : <code className="small"> {subjectId}</code>}
              {employerName ? <span className="soft">, {employerName}</span> : null}
            </>
          ),
        },
        { header: "More", cell: ({ details }) => <span className="board-words">{details}</span> },
      ]}
      rows={entries}
    />
  );
}
