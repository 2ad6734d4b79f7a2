import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { StageBadge } from "../stage-badge.tsx";
import type { SelectionAnswer } from "./answer-selection.server.ts";
import { BULK_MAX } from "./bulk-limits.ts";
import type { SelectedApplication, Selection } from "./read-selection.server.ts";
import { AnswerForm, people } from "./selection-form.tsx";

type Template = { value: string; label: string };

/** Says who is meant and what they will read, before several applications are answered at once. */
export function SelectionView({
  selection,
  answer,
  templates,
}: {
  selection: Selection;
  answer: SelectionAnswer | null;
  templates: readonly Template[];
}) {
  const { job, does, ready, closed, leftOut } = selection;
  const back = `/employer/jobs/${job.id}/applications${selection.back}`;
  const title = `${does === "move" ? "Move" : "Decline"} ${people(ready.length)}`;
  return (
    <div className="page page--form">
      <PageHeader
        back={{ to: back, label: "Applications" }}
        lede={job.title}
        title={ready.length === 0 ? "Nobody to answer" : title}
      />
      {ready.length === 0 ? (
        <EmptyState
          action={
            <ButtonLink to={back} variant="secondary">
              Back to the list
            </ButtonLink>
          }
          title={closed.length > 0 ? "All of these have ended" : "Tick at least one application"}
        />
      ) : (
        <>
          <People people={ready} />
          {closed.length > 0 ? (
            <Notice title={`${people(closed.length)} left out: already ended`} tone="warning">
              {closed.map(({ name }) => name).join(", ")}
            </Notice>
          ) : null}
          {leftOut > 0 ? (
            <Notice
              title={`The first ${BULK_MAX} you ticked are meant: ${leftOut} more were left out`}
              tone="warning"
            >
              Come back for them when these are answered.
            </Notice>
          ) : null}
          <AnswerForm answer={answer} back={back} selection={selection} templates={templates} />
        </>
      )}
    </div>
  );
}

function People({ people: chosen }: { people: readonly SelectedApplication[] }) {
  return (
    <ul aria-label="Who is meant" className="selected-people">
      {chosen.map(({ id, name, stage }) => (
        <li key={id}>
          {name} <StageBadge stage={stage} />
        </li>
      ))}
    </ul>
  );
}
