import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";

/** What follows a preview: publish it, or go back to the form. */
export function PreviewActions({
  id,
  version,
  status,
  idempotencyKey,
  lastDay,
}: {
  id: string;
  version: number;
  status: JobStatus;
  idempotencyKey: string;
  lastDay: string;
}) {
  const isPublic = status === "published" || status === "paused";
  if (status !== "draft" && !isPublic) return null;
  return (
    <aside aria-label="Publish" className="preview-actions">
      <p>
        {isPublic ? "Changes go live together, under the same address." : "It goes live at once."}{" "}
        People can apply through <When at={lastDay} />, Eastern time.
      </p>
      <Form action={`/employer/jobs/${id}?index`} className="preview-actions__form" method="post">
        <input name="version" type="hidden" value={version} />
        <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
        <Button name="intent" value="publish">
          {isPublic ? "Publish changes" : "Publish"}
        </Button>
        <ButtonLink to={`/employer/jobs/${id}/edit`} variant="secondary">
          Back to the form
        </ButtonLink>
      </Form>
    </aside>
  );
}
