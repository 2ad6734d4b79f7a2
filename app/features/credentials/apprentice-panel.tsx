import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import type { CredentialLine } from "./read-credentials.server.ts";

/** How far an apprentice is, what is missing, and the step that takes the -A off once the issuer did. */
export function ApprenticePanel({
  id,
  code,
  apprentice: { parent, proof, standing },
  form: refused,
}: {
  id: string;
  code: string;
  apprentice: NonNullable<CredentialLine["apprentice"]>;
  form: FormState | null;
}) {
  const { monthsCounted, monthsNeeded, complete, counts, missing } = standing;
  const form = refused && `${id}-evidence` in refused.errors ? null : refused;
  return (
    <div className="stack stack--tight">
      <h3>
        From {code} to {parent}:{" "}
        <span className="figure">
          {monthsCounted} of {monthsNeeded}
        </span>{" "}
        months
      </h3>
      <meter
        aria-label={`Months counted toward ${parent}`}
        className="profile-meter__bar"
        max={monthsNeeded}
        min={0}
        value={monthsCounted}
      >
        {monthsCounted} of {monthsNeeded} months
      </meter>
      {counts.length > 0 ? <List title="What counts" words={counts} /> : null}
      {complete ? (
        <p>
          That is enough. Send your proof to AAPC; once its record says {parent}, take the -A off
          here.
        </p>
      ) : (
        <List title="What is missing" words={missing} />
      )}
      <Form className="form" method="post">
        <FormSummary form={form} labels={{ [`${id}-letterMonths`]: "Months in letters" }} />
        <input name="credentialId" type="hidden" value={id} />
        <TextField
          defaultValue={proof.letterMonths === 0 ? "" : String(proof.letterMonths)}
          figure
          form={form}
          hint="Employment, and externships, that letters on letterhead cover: signed and dated by an employer, supervisor or HR."
          inputMode="numeric"
          label="Months in letters"
          maxLength={3}
          name={`${id}-letterMonths`}
          width="short"
        />
        <CheckboxField
          defaultChecked={proof.course}
          form={form}
          label="I completed an 80-hour coding course"
          name={`${id}-course`}
        />
        <CheckboxField
          defaultChecked={proof.practicode}
          form={form}
          label="I completed Practicode"
          name={`${id}-practicode`}
        />
        <div className="form-actions">
          <Button name="intent" value="apprentice" variant="secondary">
            Save what I have
          </Button>
        </div>
      </Form>
      <Disclosure summary={`AAPC has removed my -A`}>
        <Form className="stack stack--tight" method="post">
          <input name="credentialId" type="hidden" value={id} />
          <p>
            Your {code} becomes {parent} on your profile, self-reported until you send evidence and
            we check it. Applications you sent keep what they said.
          </p>
          <div className="form-actions">
            <Button name="intent" value="full" variant="secondary">
              Make it {parent}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

function List({ title, words }: { title: string; words: readonly string[] }) {
  return (
    <div>
      <p className="soft small">{title}</p>
      <ul className="plain-list">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
