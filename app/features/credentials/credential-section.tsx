import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { When } from "#app/components/when.tsx";
import type { CredentialStatus } from "#app/domain/credential-rule.ts";
import { ApprenticePanel } from "./apprentice-panel.tsx";
import { EvidenceForm } from "./evidence-form.tsx";
import type { CredentialLine } from "./read-credentials.server.ts";

const TONES: Partial<Record<CredentialStatus, "success" | "warning" | "danger" | "accent">> = {
  verified: "success",
  expiring: "warning",
  lapsed: "danger",
  revoked: "danger",
  "evidence-uploaded": "accent",
};

/** One credential: where it stands, its evidence, and the apprentice's way on. `form` is a refused form of its own. */
export function CredentialSection({
  credential,
  form: refused,
}: {
  credential: CredentialLine;
  form: FormState | null;
}) {
  const { id, code, name, state, stateLabel, evidence, refusal, revocation, check } = credential;
  const form = refused && prefixed(refused, `${id}-`);
  return (
    <section aria-labelledby={`credential-${id}`} className="form-section credential">
      <div className="stack stack--tight">
        <div className="cluster">
          <h2 id={`credential-${id}`}>{code}</h2>
          <Badge tone={TONES[state]}>{stateLabel}</Badge>
        </div>
        <p className="soft small">{name}</p>
      </div>
      <div className="stack">
        <Facts
          items={[
            { term: "Issuer", detail: credential.issuer },
            { term: "Standing", detail: credential.verified },
            {
              term: "Expiry",
              detail: credential.expiresOn ? (
                <>
                  {credential.expiry} (
                  <time dateTime={credential.expiresOn}>{credential.expiresOn}</time>)
                </>
              ) : null,
            },
            {
              term: "Evidence",
              detail: evidence ? (
                <>
                  <a download href={`/applicant/credentials/${id}/evidence`}>
                    Your file<span className="visually-hidden"> for {code}</span>
                  </a>
                  , sent <When at={evidence.uploadedAt} />
                </>
              ) : null,
            },
            { term: "Why it was not verified", detail: refusal },
            { term: "Why it was revoked", detail: revocation },
            {
              term: "Look-up",
              detail: check.url ? (
                <a href={check.url} rel="noreferrer">
                  {check.words}
                </a>
              ) : (
                check.words
              ),
            },
          ]}
        />
        {state === "lapsed" ? (
          <p>
            Renewed it? Put the new expiry date on your profile, then send the new card or
            certificate here.
          </p>
        ) : null}
        {credential.mayUpload ? <EvidenceForm credential={credential} form={form} /> : null}
        {evidence && state === "evidence-uploaded" ? (
          <Form method="post">
            <input name="credentialId" type="hidden" value={id} />
            <Button name="intent" size="small" value="remove-evidence" variant="quiet">
              Take the evidence back<span className="visually-hidden"> for {code}</span>
            </Button>
          </Form>
        ) : null}
        {credential.apprentice && state !== "revoked" ? (
          <ApprenticePanel apprentice={credential.apprentice} code={code} form={form} id={id} />
        ) : null}
      </div>
    </section>
  );
}

/** Every credential's fields are on the page: each control needs an id of its own. */
const prefixed = ({ values, errors }: FormState, prefix: string): FormState => ({
  values: withPrefix(values, prefix),
  errors: withPrefix(errors, prefix),
});

const withPrefix = <Value,>(record: Record<string, Value>, prefix: string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [`${prefix}${name}`, value]));
