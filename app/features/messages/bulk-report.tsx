import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { BulkOutcome } from "./send-bulk-message.server.ts";

const messages = (count: number) => (count === 1 ? "1 message" : `${count} messages`);

/** What came of a message to several: those it did not reach first, each with why. */
export function BulkReport({ outcomes, back }: { outcomes: readonly BulkOutcome[]; back: string }) {
  const sent = outcomes.filter((one) => one.sent);
  const refused = outcomes.filter((one) => !one.sent);
  return (
    <div className="stack">
      {sent.length > 0 ? <Notice title={`${messages(sent.length)} sent.`} tone="success" /> : null}
      {refused.length > 0 ? (
        <Notice title={`${messages(refused.length)} not sent`} tone="warning">
          <ul>
            {refused.map(({ applicationId, name, why }) => (
              <li key={applicationId}>
                {name ?? "An application"}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {sent.length > 0 ? (
        <section aria-labelledby="sent" className="stack--tight">
          <h2 id="sent">Sent to</h2>
          <ul className="plain-list">
            {sent.map(({ applicationId, name }) => (
              <li key={applicationId}>
                <Link to={`/employer/applications/${applicationId}/messages`}>
                  {name ?? "The applicant"}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <ButtonLink to={back}>Back to the applications</ButtonLink>
      </p>
    </div>
  );
}
