import { Link } from "@remix-run/react";
import { Facts } from "#app/components/facts.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { When } from "#app/components/when.tsx";
import type { Overview } from "./read-overview.server.ts";
import type { TodoField } from "./read-stored-form.server.ts";

const EVENT_WORDS: Record<string, string> = {
  create: "Draft started",
  duplicate: "Copied from another job",
  publish: "Published",
  edit: "Changed",
  confirm: "Confirmed as still open",
  schedule: "Scheduled",
  unschedule: "Taken back to a draft",
  "publish-scheduled": "Published as scheduled",
  extend: "Closing day moved",
  renew: "Posted again",
  pause: "Paused",
  "pause-unconfirmed": "Paused, because nobody confirmed it",
  resume: "Resumed",
  close: "Closed",
  expire: "Expired",
  revise: "Taken back to a draft",
  approve: "Approved",
  reject: "Changes requested",
  "submit-for-review": "Sent to review",
  "review-edit": "Changed, and sent to review",
  remove: "Removed by the board",
};

/** What still keeps a job from being public, each with the way to its field. */
export function TodoList({ jobId, todo }: { jobId: string; todo: readonly TodoField[] }) {
  if (todo.length === 0) return null;
  return (
    <section>
      <h2>Before you can publish</h2>
      <ul className="todo-list">
        {todo.map(({ name, label, sentence }) => (
          <li key={name}>
            <Link to={`/employer/jobs/${jobId}/edit#${name.replaceAll(".", "-")}`}>{label}</Link>
            <span className="soft"> {sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many applications stand where, each count leading to those applications. */
export function ApplicationCounts({ job }: { job: Overview }) {
  const total = job.stages.reduce((sum, { count }) => sum + count, 0);
  const to = `/employer/jobs/${job.id}/applications`;
  return (
    <section>
      <div className="section-heading">
        <h2>Applications</h2>
        <span className="cluster">
          <Link to={`/employer/jobs/${job.id}/numbers`}>Numbers</Link>
          {total > 0 ? (
            <Link to={to}>
              {total === 1 ? "See it" : `See all ${total.toLocaleString("en-US")}`}
            </Link>
          ) : null}
        </span>
      </div>
      {total === 0 ? (
        <p className="soft">
          {job.status === "published"
            ? "Nobody has applied yet. Coders whose families match see this job first."
            : "Nobody has applied."}
        </p>
      ) : (
        <ol className="stage-counts">
          {job.stages.map(({ stage, label, count }) => (
            <li data-empty={count === 0} key={stage}>
              {count > 0 ? (
                <Link to={`${to}?stage=${stage}`}>
                  <b className="figure">{count.toLocaleString("en-US")}</b> {label}
                </Link>
              ) : (
                <span>
                  <b className="figure">0</b> {label}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The job in short, for those who answer for it. */
export function JobInShort({ job }: { job: Overview }) {
  return (
    <section>
      <div className="section-heading">
        <h2>The job in short</h2>
        <Link to={`/employer/jobs/${job.id}/preview`}>See it whole</Link>
      </div>
      <Facts items={job.facts} />
      {job.families.length > 0 ? (
        <ul aria-label="Code families" className="overview-families">
          {job.families.map(({ family, level, asked }) => (
            <li key={family.id}>
              <FamilyChip family={family} level={level} note={asked} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** What happened to the job, newest first. */
export function JobHistory({ job }: { job: Overview }) {
  return (
    <section>
      <h2>History</h2>
      <ol className="job-history">
        {job.events.map(({ id, kind, actorName, at, note }) => (
          <li key={id}>
            <When at={at} kind="datetime" />
            <span>
              {EVENT_WORDS[kind] ?? kind}
              {kind === "close" && note ? ` (${note})` : ""}
              {(kind === "reject" || kind === "remove") && note ? `: ${note}` : ""}
              {actorName ? <span className="soft"> by {actorName}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
