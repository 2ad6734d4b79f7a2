import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import type { ApplyForm } from "./read-apply-page.server.ts";

/** Offers the cover note of the last application; its button belongs to the apply form around it. */
export function LastCoverNote({ last }: { last: ApplyForm["lastCoverNote"] }) {
  if (!last) return null;
  return (
    <Disclosure summary="Use your last cover note">
      <div className="stack--tight">
        <p className="soft small">
          Sent for {last.jobTitle}, {last.employerName}. It is added to what stands in the box.
        </p>
        <p className="written">{last.coverNote}</p>
        <Button name="intent" size="small" value="reuse-note" variant="secondary">
          Add it to the cover note
        </Button>
      </div>
    </Disclosure>
  );
}
