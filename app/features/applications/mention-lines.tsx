import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import type { MentionLine } from "./read-mentions.server.ts";

/** Notes that mention the reader, each with the way to it and a button to put it aside or take it up again. */
export function MentionLines({ lines, done }: { lines: readonly MentionLine[]; done: boolean }) {
  return (
    <ol className="mentions">
      {lines.map(({ noteId, applicationId, applicantName, jobTitle, by, at, excerpt }) => (
        <li key={noteId}>
          <p>
            <Link to={`/employer/applications/${applicationId}#notes`}>{applicantName}</Link>
            <span className="soft">, {jobTitle}</span>
          </p>
          <p className="written">{excerpt}</p>
          <div className="cluster">
            <span className="soft small">
              {by}, <When at={at} kind="relative" />
            </span>
            <Form action="/employer/mentions" method="post" preventScrollReset>
              <input name="noteId" type="hidden" value={noteId} />
              <Button
                aria-label={`${done ? "Take up again" : "Done"}: ${applicantName}`}
                name="intent"
                size="small"
                value={done ? "again" : "done"}
                variant="quiet"
              >
                {done ? "Take up again" : "Done"}
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The mentions that wait, on the desk's home; nothing when none does. */
export function WaitingMentions({
  mentions: { waiting, lines },
}: {
  mentions: { waiting: number; lines: readonly MentionLine[] };
}) {
  if (lines.length === 0) return null;
  return (
    <section>
      <div className="section-heading">
        <h2>You are mentioned</h2>
        <Link to="/employer/mentions">
          {waiting > lines.length
            ? `All ${waiting.toLocaleString("en-US")} mentions`
            : "All mentions"}
        </Link>
      </div>
      <MentionLines done={false} lines={lines} />
    </section>
  );
}
