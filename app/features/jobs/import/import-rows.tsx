import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { ROW_OUTCOME_LABELS, type RowOutcome } from "#app/domain/job-import/import-row.ts";
import type { ImportRowView } from "./read-import.server.ts";

const TONES = {
  ready: "success",
  incomplete: "warning",
  exists: "neutral",
  repeated: "neutral",
  refused: "danger",
} as const satisfies Record<RowOutcome, string>;

/** Rows of a file, each with what it becomes, what was recognised and what is missing. */
export function ImportRows({ caption, rows }: { caption: string; rows: readonly ImportRowView[] }) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: "Line", cell: ({ line }) => line, align: "end" },
        { header: "Job", cell: (row) => <Named row={row} /> },
        {
          header: "Becomes",
          cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{ROW_OUTCOME_LABELS[outcome]}</Badge>,
        },
        { header: "Code families recognised", cell: (row) => <Families row={row} /> },
        { header: "What is missing", cell: (row) => <Problems row={row} /> },
      ]}
      rows={rows}
    />
  );
}

function Named({ row: { title, reference, jobId } }: { row: ImportRowView }) {
  return (
    <>
      {jobId ? <Link to={`/employer/jobs/${jobId}`}>{title}</Link> : title || "No title"}
      {reference ? <span className="soft small"> {reference}</span> : null}
    </>
  );
}

function Families({ row: { families, outcome } }: { row: ImportRowView }) {
  if (families.length === 0)
    return outcome === "refused" ? null : <span className="soft">None</span>;
  return (
    <ul className="import-families">
      {families.map(({ family, level, asked, words }) => (
        <li key={family.id}>
          <FamilyChip family={family} level={level} note={asked ?? undefined} />
          <span className="soft small"> from “{words}”</span>
        </li>
      ))}
    </ul>
  );
}

function Problems({ row: { reason, problems } }: { row: ImportRowView }) {
  if (reason) return reason;
  if (problems.length === 0) return <span className="soft">Nothing</span>;
  return (
    <ul className="import-problems">
      {problems.map(({ label, sentence }) => (
        <li key={`${label}${sentence}`}>
          {label ? <b>{label}: </b> : null}
          {sentence}
        </li>
      ))}
    </ul>
  );
}
