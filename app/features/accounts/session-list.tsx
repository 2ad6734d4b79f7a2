import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";

export interface ListedSession {
  id: string;
  device: string;
  ip: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

/** Where the person is logged in, and a way to end each. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  return (
    <section className="stack">
      <h2 className="section-heading">Where you are logged in</h2>
      <ul className="session-list">
        {sessions.map((session) => (
          <li className="session-list__row" key={session.id}>
            <div>
              <div className="cluster">
                <strong>{session.device}</strong>
                {session.current ? <Badge tone="accent">This device</Badge> : null}
              </div>
              <div className="session-list__facts">
                Last used <When at={session.lastSeenAt} kind="datetime" />
                {session.ip ? ` from ${session.ip}` : ""}, logged in{" "}
                <When at={session.createdAt} kind="datetime" />
              </div>
            </div>
            {session.current ? null : (
              <Form method="post">
                <input name="sessionId" type="hidden" value={session.id} />
                <Button
                  aria-label={`Log out ${session.device}`}
                  name="intent"
                  size="small"
                  value="revoke-session"
                  variant="secondary"
                >
                  Log out
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <Button name="intent" value="revoke-others" variant="danger">
            Log out everywhere else
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
