import { useState } from "react";
import { Disclosure } from "#app/components/disclosure.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { parseCredentialRule } from "#app/domain/credential-rule-text.ts";
import { CREDENTIALS, EXPERIENCE_LEVELS } from "#app/domain/vocabulary.ts";
import { optionsOf } from "./basics-section.tsx";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

const NAMES = new Map(CREDENTIALS.map(({ code, name }) => [code, name]));
const ACTIVE = CREDENTIALS.filter(({ status }) => status === "active");

/** Who may apply: credentials as a rule in words, apprentices, level and months. */
export function CredentialsSection({ form }: { form: FormState }) {
  return (
    <FormSection id="credentials">
      <CredentialRuleField form={form} />
      <TextField
        autoComplete="off"
        figure
        form={form}
        hint={
          <>
            As a list: <code>CIRCC, CCC</code>
          </>
        }
        label={JOB_LABELS.preferredCredentials}
        name="preferredCredentials"
        required={false}
      />
      <Disclosure summary="Credentials we know, and what they stand for">
        <dl className="credential-list">
          {ACTIVE.map(({ code, name, issuer }) => (
            <div key={code}>
              <dt className="code">{code}</dt>
              <dd>
                {name} <span className="soft">({issuer})</span>
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <CheckboxField
        form={form}
        hint="A coder with CPC-A or COC-A then counts as holding CPC or COC."
        label="Accepts apprentices"
        name="acceptsApprentices"
      />
      <div className="field-row">
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label={JOB_LABELS.experienceLevel}
          name="experienceLevel"
          options={optionsOf(EXPERIENCE_LEVELS)}
          required={false}
        />
        <TextField
          figure
          form={form}
          hint="In all, whatever the code family."
          inputMode="numeric"
          label={`${JOB_LABELS.minMonths}, at least`}
          maxLength={4}
          name="minMonths"
          required={false}
          suffix="months"
          width="short"
        />
      </div>
    </FormSection>
  );
}

function CredentialRuleField({ form }: { form: FormState }) {
  const [text, setText] = useState(firstValue(form.values, "credentialRule"));
  return (
    <div className="stack--tight">
      <TextField
        autoComplete="off"
        figure
        form={form}
        hint={
          <>
            Write it as you would say it: <code>RHIT and CCS, or CIC</code>. Leave it empty to ask
            for none.
          </>
        }
        label={JOB_LABELS.credentialRule}
        maxLength={400}
        name="credentialRule"
        onChange={(event) => setText(event.target.value)}
        required={false}
      />
      <div aria-live="polite" className="rule-reading small">
        <RuleReading text={text} />
      </div>
    </div>
  );
}

/** The rule said back in full, so that a misunderstanding shows before anybody is turned away by it. */
function RuleReading({ text }: { text: string }) {
  if (text.trim() === "") return null;
  const parsed = parseCredentialRule(text);
  if (!parsed.ok) return <p className="soft">{parsed.message}</p>;
  if (parsed.rule.length === 0) return <p className="soft">No credential is required.</p>;
  return (
    <>
      <p className="soft">
        {parsed.rule.length === 1 ? "An applicant needs:" : "An applicant needs one of these:"}
      </p>
      <ul>
        {parsed.rule.map((group) => (
          <li key={group.join("+")}>
            {group.map((code, index) => (
              <span key={code}>
                {index > 0 ? " together with " : ""}
                <b className="code">{code}</b> {NAMES.get(code)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
