import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";

/** Says that what the editor shows was never saved, with the way back to what was. */
export function DraftNotice({ version }: { version: number }) {
  return (
    <Notice title="This is a draft you have not saved yet" tone="warning">
      <div className="stack stack--tight">
        <p>Employers see your profile as last saved. Save below, or go back to what is saved.</p>
        {/* A whole new page: what was typed must go from the fields too. */}
        <Form method="post" reloadDocument>
          <input name="version" type="hidden" value={version} />
          <Button name="intent" size="small" value="discard" variant="secondary">
            Discard the draft
          </Button>
        </Form>
      </div>
    </Notice>
  );
}
