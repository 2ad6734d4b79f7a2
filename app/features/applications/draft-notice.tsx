import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { When } from "#app/components/when.tsx";

/** Says that the page shows what was typed before, and offers to start afresh. */
export function DraftNotice({ slug, keptAt }: { slug: string; keptAt: string }) {
  return (
    <Notice title="You began this application before" tone="info">
      <div className="stack--tight">
        <p>
          It is as you left it <When at={keptAt} kind="relative" />. The employer has not seen it.
        </p>
        {/* A whole new page: what was typed must go from the fields too. */}
        <Form action={`/jobs/${slug}/apply/draft`} method="post" reloadDocument>
          <Button name="intent" size="small" value="discard" variant="secondary">
            Start afresh
          </Button>
        </Form>
      </div>
    </Notice>
  );
}
