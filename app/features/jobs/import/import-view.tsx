import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import {
  ROW_OUTCOME_LABELS,
  ROW_OUTCOMES,
  type RowOutcome,
} from "#app/domain/job-import/import-row.ts";
import { ImportProgress } from "./import-progress.tsx";
import { ImportRows } from "./import-rows.tsx";
import type { ImportPage } from "./read-import.server.ts";

const jobs = (count: number): string =>
  count === 1 ? "1 job" : `${count.toLocaleString("en-US")} jobs`;
const drafts = (count: number): string =>
  count === 1 ? "1 draft" : `${count.toLocaleString("en-US")} drafts`;

/** An import where it stands: being read, to be confirmed, being imported, done, or refused. */
export function ImportView({ page }: { page: ImportPage }) {
  return (
    <div className="stack">
      <Standing page={page} />
      {page.notes.map((note) => (
        <Notice key={note} tone="info">
          {note}
        </Notice>
      ))}
      {page.status === "read" ? <Confirm page={page} /> : null}
      {page.all > 0 && page.status !== "reading" ? <Report page={page} /> : null}
    </div>
  );
}

function Standing({ page }: { page: ImportPage }) {
  switch (page.status) {
    case "reading":
      return (
        <ImportProgress done={`${jobs(page.rowsRead)} so far.`} title="We are checking your file" />
      );
    case "importing":
      return (
        <ImportProgress
          done={`${page.rowsImported.toLocaleString("en-US")} of ${drafts(page.toImport)} made.`}
          title="Your drafts are being made"
        />
      );
    case "imported":
      return (
        <Notice title={`${drafts(page.rowsImported)} made`} tone="success">
          Nobody sees them before you publish them. Import the file again after changes: what is
          here already is left alone.{" "}
          <ButtonLink to="/employer/jobs?status=draft" variant="secondary">
            See your drafts
          </ButtonLink>
        </Notice>
      );
    case "failed":
      return (
        <Notice title="We could not read this file" tone="danger">
          {page.failure}{" "}
          <ButtonLink to="/employer/jobs/import" variant="secondary">
            Try another file
          </ButtonLink>
        </Notice>
      );
    default:
      return null;
  }
}

function Confirm({ page: { counts } }: { page: ImportPage }) {
  const both = counts.ready + counts.incomplete;
  if (both === 0) {
    return (
      <Notice title="There is nothing to import" tone="warning">
        No row of this file would become a new draft. The list below says why for each.
      </Notice>
    );
  }
  const asks = counts.ready > 0 && counts.incomplete > 0;
  return (
    <Form className="form import-confirm" method="post">
      {asks ? (
        <RadioGroup
          defaultValue="all"
          legend="Make drafts of"
          name="rows"
          options={[
            {
              value: "all",
              label: `All ${jobs(both)}; the incomplete ones say what they still need`,
            },
            {
              value: "ready",
              label: `Only the ${jobs(counts.ready)} that could be published as they are`,
            },
          ]}
        />
      ) : (
        <input name="rows" type="hidden" value="all" />
      )}
      <div className="form-actions">
        <Button name="intent" value="import">
          {asks ? "Import as drafts" : `Import ${drafts(both)}`}
        </Button>
        <Button name="intent" value="discard" variant="quiet">
          Forget this file
        </Button>
      </div>
    </Form>
  );
}

function Report({ page }: { page: ImportPage }) {
  const tab = (outcome: RowOutcome | null, label: string, count: number) => ({
    to: hrefOf(page.id, outcome, 1),
    label,
    count,
    current: page.outcome === outcome,
  });
  const held = ROW_OUTCOMES.filter((outcome) => page.counts[outcome] > 0);
  return (
    <>
      <LinkTabs
        items={[
          tab(null, "All rows", page.all),
          ...held.map((outcome) => tab(outcome, ROW_OUTCOME_LABELS[outcome], page.counts[outcome])),
        ]}
        label="Rows by what they become"
      />
      <ImportRows caption={`Rows of ${page.filename}`} rows={page.rows} />
      <Pagination
        hrefFor={(number) => hrefOf(page.id, page.outcome, number)}
        page={page.page}
        pageCount={page.pageCount}
      />
    </>
  );
}

function hrefOf(id: string, outcome: RowOutcome | null, page: number): string {
  const query = new URLSearchParams();
  if (outcome) query.set("outcome", outcome);
  if (page > 1) query.set("page", String(page));
  return `/employer/jobs/import/${id}${query.size > 0 ? `?${query}` : ""}`;
}
