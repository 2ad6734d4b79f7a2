import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { type PipelineQuery, pipelineSearch } from "#app/domain/pipeline-query.ts";
import type { MoveNotice } from "./move-notice.server.ts";

/** What the last move did, with the way back; spoken by screen readers when it changes. */
export function PipelineNotice({
  moved,
  query,
}: {
  moved: MoveNotice | null;
  query: PipelineQuery;
}) {
  const busy = useNavigation().state !== "idle";
  return (
    <div aria-live="polite">
      {moved ? (
        <Notice title={`${moved.name}: ${moved.from} → ${moved.to}`} tone="info">
          <div className="cluster">
            <span>
              {moved.untold
                ? "The applicant gets a mail in about two minutes, unless you take the move back."
                : "The applicant has been mailed."}
            </span>
            {moved.undo ? (
              <Form action={pipelineSearch(query) || "?"} method="post" preventScrollReset>
                <input name="applicationId" type="hidden" value={moved.applicationId} />
                <input name="version" type="hidden" value={moved.undo.version} />
                <input name="stage" type="hidden" value={moved.undo.stage} />
                <Button disabled={busy} name="intent" size="small" value="move" variant="secondary">
                  Undo, back to {moved.from}
                </Button>
              </Form>
            ) : null}
          </div>
        </Notice>
      ) : null}
    </div>
  );
}
