import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MarkdownField } from "#app/components/markdown-field.tsx";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import { EMPLOYER_KINDS, US_STATES } from "#app/domain/vocabulary.ts";

const KINDS = EMPLOYER_KINDS.map(({ slug, label }) => ({ value: slug, label }));
const STATES = US_STATES.map((code) => ({ value: code, label: STATE_NAMES[code] ?? code }));

const LABELS = {
  name: "Name",
  kind: "Kind of employer",
  website: "Website",
  city: "City",
  state: "State",
  about: "About",
  logo: "Logo",
};

export interface EmployerDetails {
  name: string;
  slug: string;
  kind: string;
  website: string | null;
  city: string | null;
  state: string | null;
  about: string;
  hasLogo: boolean;
  version: number;
  id: string;
}

/** The employer page's form; `employer` is null on the first visit, when saving creates it. */
export function EmployerForm({
  employer,
  form,
  preview,
  idempotencyKey,
}: {
  employer: EmployerDetails | null;
  form: FormState | null;
  preview: string | null;
  /** Where saving twice would make two. */
  idempotencyKey?: string;
}) {
  return (
    <Form className="form" encType="multipart/form-data" method="post" noValidate>
      <FormSummary form={form} labels={LABELS} />
      <input name="version" type="hidden" value={employer?.version ?? 0} />
      {employer ? <input name="employerId" type="hidden" value={employer.id} /> : null}
      {idempotencyKey ? <input name="idempotencyKey" type="hidden" value={idempotencyKey} /> : null}
      <button
        aria-hidden="true"
        className="visually-hidden"
        name="intent"
        tabIndex={-1}
        type="submit"
        value="save"
      />
      <TextField
        autoComplete="organization"
        defaultValue={employer?.name}
        form={form}
        hint="As coders know you: the name on the building, not the legal entity."
        label={LABELS.name}
        maxLength={160}
        name="name"
        required
      />
      <SelectField
        defaultValue={employer?.kind}
        emptyLabel="Choose one"
        form={form}
        label={LABELS.kind}
        name="kind"
        options={KINDS}
        required
      />
      <TextField
        autoComplete="url"
        defaultValue={employer?.website ?? ""}
        form={form}
        inputMode="url"
        label={LABELS.website}
        name="website"
        placeholder="https://hospital.example.com"
        required={false}
      />
      <div className="field-row">
        <TextField
          autoComplete="address-level2"
          defaultValue={employer?.city ?? ""}
          form={form}
          label={LABELS.city}
          name="city"
          required={false}
        />
        <SelectField
          defaultValue={employer?.state ?? ""}
          emptyLabel="Not stated"
          form={form}
          label={LABELS.state}
          name="state"
          options={STATES}
          required={false}
        />
      </div>
      <MarkdownField
        defaultValue={employer?.about}
        form={form}
        hint="What a coder wants to know: what you code, how the team works, how many you are."
        label={LABELS.about}
        maxLength={8_000}
        name="about"
        preview={preview}
        previewAction="/employer/text-preview"
        required={false}
        rows={10}
      />
      <LogoField employer={employer} form={form} />
      <div className="form-actions">
        <Button name="intent" value="save">
          {employer ? "Save changes" : "Create employer page"}
        </Button>
      </div>
    </Form>
  );
}

function LogoField({
  employer,
  form,
}: {
  employer: EmployerDetails | null;
  form: FormState | null;
}) {
  return (
    <div className="logo-field">
      {employer?.hasLogo ? (
        <img
          alt="Your logo"
          className="logo"
          height={64}
          src={`/employers/${employer.slug}/logo`}
          width={64}
        />
      ) : null}
      <TextField
        accept="image/png,image/jpeg,image/webp"
        form={form}
        hint="PNG, JPEG or WebP, at most 2 MB. Square works best."
        label={employer?.hasLogo ? "Replace the logo" : LABELS.logo}
        name="logo"
        required={false}
        type="file"
      />
      {employer?.hasLogo ? (
        <CheckboxField form={form} label="Remove the logo" name="removeLogo" />
      ) : null}
    </div>
  );
}
