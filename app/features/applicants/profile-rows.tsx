import { Badge } from "#app/components/badge.tsx";
import { TextField } from "#app/components/field.tsx";
import { controlId } from "#app/components/field-parts.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { firstValue } from "#app/components/form-state.ts";
import type { RowFields } from "#app/components/row-list/row-list.tsx";
import { CREDENTIAL_STATUS_LABELS, type CredentialStatus } from "#app/domain/credential-rule.ts";
import { CREDENTIALS, EDUCATION_LEVELS, SETTINGS } from "#app/domain/vocabulary.ts";

const CODES = CREDENTIALS.map(({ code, name }) => ({ value: code, label: `${code}: ${name}` }));
const ISSUERS: ReadonlySet<string> = new Set(CREDENTIALS.map(({ issuer }) => issuer));

const MONTH = {
  figure: true,
  maxLength: 7,
  pattern: "(19|20)\\d\\d-(0[1-9]|1[0-2])",
  placeholder: "2026-05",
  title: "Year and month, as in 2026-05",
  type: "month",
} as const;

/** The fields of one credential. `statuses` says what is on record; a person cannot set it. */
export function CredentialFields({
  row: { name, form, autoFocus },
  statuses,
}: {
  row: RowFields;
  statuses: Partial<Record<string, CredentialStatus>>;
}) {
  const status = statuses[firstValue(form.values, name("code"))];
  return (
    <>
      <SelectField
        autoFocus={autoFocus}
        emptyLabel="Choose one"
        form={form}
        label="Credential"
        name={name("code")}
        onChange={(event) => suggestIssuer(event.currentTarget.value, name("issuer"))}
        options={CODES}
      />
      {status ? (
        <p className="row-list__note">
          <Badge tone={status === "verified" ? "success" : "neutral"}>
            {CREDENTIAL_STATUS_LABELS[status]}
          </Badge>{" "}
          {status === "verified" || status === "expiring"
            ? "Changing any of these makes it self-reported again."
            : null}
        </p>
      ) : null}
      <div className="field-row">
        <TextField
          form={form}
          hint="Left empty, we fill in who gives it."
          label="Issuer"
          maxLength={80}
          name={name("issuer")}
        />
        <TextField
          autoComplete="off"
          figure
          form={form}
          hint="Only for verification. Employers never see it."
          label="Member or certificate number"
          maxLength={40}
          name={name("number")}
        />
      </div>
      <div className="field-row">
        <TextField {...MONTH} form={form} label="Earned" name={name("earnedOn")} />
        <TextField
          figure
          form={form}
          label="Expires"
          name={name("expiresOn")}
          pattern="(19|20|21)\d\d-\d\d-\d\d"
          placeholder="2027-05-31"
          title="Year, month and day, as in 2027-05-31"
          type="date"
        />
      </div>
    </>
  );
}

/** Puts the usual issuer beside a chosen credential, over nothing but another usual one. */
function suggestIssuer(code: string, issuerName: string): void {
  const field = document.getElementById(controlId(issuerName));
  const issuer = CREDENTIALS.find((one) => one.code === code)?.issuer;
  if (!(field instanceof HTMLInputElement) || !issuer) return;
  if (field.value === "" || ISSUERS.has(field.value)) field.value = issuer;
}

export function WorkFields({ row: { name, form, autoFocus } }: { row: RowFields }) {
  return (
    <>
      <div className="field-row">
        <TextField
          autoFocus={autoFocus}
          form={form}
          label="Employer"
          maxLength={160}
          name={name("employer")}
        />
        <TextField form={form} label="Title" maxLength={120} name={name("title")} />
      </div>
      <SelectField
        emptyLabel="Not stated"
        form={form}
        label="Setting"
        name={name("setting")}
        options={SETTINGS.map(({ slug, label }) => ({ value: slug, label }))}
        width="medium"
      />
      <div className="field-row">
        <TextField {...MONTH} form={form} label="From" name={name("startedOn")} />
        <TextField
          {...MONTH}
          form={form}
          hint="Leave empty while you work there."
          label="Until"
          name={name("endedOn")}
        />
      </div>
      <TextArea
        form={form}
        hint="What you coded, for whom, how much. No patient details."
        label="What you did"
        maxLength={1_500}
        name={name("summary")}
        rows={3}
      />
    </>
  );
}

export function EducationFields({ row: { name, form, autoFocus } }: { row: RowFields }) {
  return (
    <>
      <div className="field-row">
        <TextField
          autoFocus={autoFocus}
          form={form}
          label="School or program"
          maxLength={160}
          name={name("institution")}
        />
        <TextField form={form} label="Field of study" maxLength={160} name={name("study")} />
      </div>
      <div className="field-row">
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label="Level"
          name={name("level")}
          options={EDUCATION_LEVELS.map(({ slug, label }) => ({ value: slug, label }))}
        />
        <TextField
          figure
          form={form}
          inputMode="numeric"
          label="Year finished"
          maxLength={4}
          name={name("finishedYear")}
        />
      </div>
    </>
  );
}
