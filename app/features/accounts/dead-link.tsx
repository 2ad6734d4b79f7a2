import { ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { LINK_SPENT } from "./link-spent.ts";

/** What a used, outdated or mistyped link from a mail leads to. */
export function DeadLink({ again }: { again: { to: string; label: string } }) {
  return (
    <>
      <PageHeader lede={LINK_SPENT} title="This link does not work any more" />
      <div className="cluster">
        <ButtonLink to={again.to}>{again.label}</ButtonLink>
        <ButtonLink to="/login" variant="quiet">
          Log in
        </ButtonLink>
      </div>
    </>
  );
}
