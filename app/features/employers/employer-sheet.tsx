import { Facts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Prose } from "#app/components/prose.tsx";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import { EMPLOYER_KINDS, labelOf } from "#app/domain/vocabulary.ts";
import type { EmployerDetails } from "./employer-form.tsx";

/** The employer page for members who may read it only. */
export function EmployerSheet({
  employer,
  aboutHtml,
}: {
  employer: EmployerDetails;
  aboutHtml: string;
}) {
  const state = employer.state ? (STATE_NAMES[employer.state] ?? employer.state) : null;
  return (
    <div className="stack">
      <Notice tone="info">Only an owner can change this page.</Notice>
      <Facts
        items={[
          { term: "Name", detail: employer.name },
          { term: "Kind", detail: labelOf(EMPLOYER_KINDS, employer.kind) },
          { term: "Website", detail: employer.website },
          { term: "Place", detail: [employer.city, state].filter(Boolean).join(", ") },
        ]}
      />
      {employer.about ? (
        <section>
          <h2>About</h2>
          <Prose html={aboutHtml} />
        </section>
      ) : null}
    </div>
  );
}
