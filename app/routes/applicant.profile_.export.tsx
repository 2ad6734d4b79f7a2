import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { UnsavedNotice } from "#app/features/applicants/proposals/unsaved-notice.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readProfile } from "#db/queries/profiles.ts";

export const meta: MetaFunction = () => [{ title: "Take your profile with you · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const { draft } = await readProfile(context.deps.db, userId);
  return { isDraft: draft !== null };
});

export default function ExportProfile() {
  const { isDraft } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/profile", label: "Your profile" }}
        lede="Your profile is yours. What you download is your profile as last saved."
        title="Take your profile with you"
      />
      {isDraft ? <UnsavedNotice /> : null}
      <section aria-labelledby="as-pdf" className="stack stack--tight">
        <h2 id="as-pdf">As a PDF</h2>
        <p>
          To print or send to anyone: code families with months and accuracy, credentials, work and
          education. It does not say what pay you wish for.
        </p>
        <Form action="/applicant/profile/export.pdf" className="form" method="get" reloadDocument>
          <CheckboxField
            hint="A member number opens your record with the issuer. Leave them out unless the reader needs to check them."
            label="Include member and certificate numbers"
            name="numbers"
          />
          <div className="form-actions">
            <Button>Download the PDF</Button>
          </div>
        </Form>
      </section>
      <section aria-labelledby="as-json" className="stack stack--tight">
        <h2 id="as-json">As a JSON Resume</h2>
        <p>
          For other programs. It holds everything in your profile, member numbers included, and what
          came with a JSON Resume you imported here.
        </p>
        <div className="cluster">
          <ButtonLink
            download
            reloadDocument
            to="/applicant/profile/export.json"
            variant="secondary"
          >
            Download the JSON Resume
          </ButtonLink>
          <ButtonLink to="/applicant/profile/import" variant="quiet">
            Import a JSON Resume
          </ButtonLink>
        </div>
      </section>
    </div>
  );
}
