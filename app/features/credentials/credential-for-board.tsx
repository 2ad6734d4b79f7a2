import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { VERIFICATION_METHODS } from "#app/domain/credential-lifecycle.ts";
import { ReasonForm } from "#app/features/admin/reason-form.tsx";
import type { BoardCredential } from "./read-credential-for-board.server.ts";

const METHODS = Object.entries(VERIFICATION_METHODS).map(([value, label]) => ({ value, label }));

interface Props {
  credential: BoardCredential;
  answer: { intent: string; form: FormState } | undefined;
}

/** A credential, what speaks for it, and what can be decided over it. */
export function CredentialForBoard({ credential, answer }: Props) {
  const { code, name, holder, check, evidence } = credential;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/admin/credentials", label: "Credentials" }}
        lede={name}
        title={`${code} of ${holder.name}`}
      />
      <Standing credential={credential} />
      <Facts
        items={[
          {
            term: "Holder",
            detail: (
              <>
                <Link to={`/admin/users/${holder.id}`}>{holder.name}</Link>, {holder.email}
              </>
            ),
          },
          { term: "Issuer", detail: credential.issuer || "Not stated" },
          { term: "Number", detail: credential.number || "Not stated" },
          { term: "Earned", detail: credential.earnedOn ?? "Not stated" },
          { term: "Expires", detail: credential.expiresOn ?? "Not stated" },
          {
            term: "Evidence",
            detail: evidence ? (
              <>
                <a download href={`/admin/credentials/${credential.id}/evidence`}>
                  {evidence.kind}
                </a>
                , sent <When at={evidence.uploadedAt} kind="datetime" />. Opening it is in the audit
                log.
              </>
            ) : (
              "None on file"
            ),
          },
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
      <Decisions answer={answer} credential={credential} />
    </div>
  );
}

function Standing({
  credential: { stateLabel, verified, refused, revoked },
}: Pick<Props, "credential">) {
  if (revoked) {
    return (
      <Notice title={stateLabel} tone="warning">
        <When at={revoked.at} kind="datetime" />: {revoked.reason}
      </Notice>
    );
  }
  if (verified) {
    return (
      <Notice title={stateLabel} tone="info">
        <When at={verified.at} kind="datetime" /> by {verified.by}: {verified.method.toLowerCase()}
      </Notice>
    );
  }
  return refused ? (
    <Notice title="Not verified" tone="warning">
      <When at={refused.at} kind="datetime" />: {refused.reason}
    </Notice>
  ) : null;
}

function Decisions({ credential: { version, status, code }, answer }: Props) {
  if (status === "revoked") {
    return <p className="soft">A revocation stands. Its holder can state the credential anew.</p>;
  }
  if (status === "verified") {
    return (
      <ReasonForm
        answer={answer}
        button="Revoke the verification"
        danger
        hint="Its holder reads it by mail."
        intent="revoke"
        title="Revoke"
        version={version}
      >
        <p>
          It stops counting in matches at once, and employers who have it in an application read
          that it was revoked.
        </p>
      </ReasonForm>
    );
  }
  const form = answer?.intent === "verify" ? answer.form : null;
  return (
    <>
      <section aria-labelledby="verify-title" className="board-decision">
        <h2 id="verify-title">Verify</h2>
        <p>Employers read “{code}, verified” with the day. The method and you are kept with it.</p>
        <Form className="form" method="post">
          <FormSummary form={form} />
          <input name="version" type="hidden" value={version} />
          <SelectField
            emptyLabel="Choose one"
            form={form ?? undefined}
            label="How you checked it"
            name="method"
            options={METHODS}
            width="medium"
          />
          <div className="form-actions">
            <Button name="intent" value="verify">
              Verify this credential
            </Button>
          </div>
        </Form>
      </section>
      {status === "evidence-uploaded" ? (
        <ReasonForm
          answer={answer}
          button="Refuse"
          hint="Its holder reads it by mail and can send other evidence."
          intent="refuse"
          title="Refuse"
          version={version}
        >
          <p>It stays on the profile as self-reported. Employers are told nothing.</p>
        </ReasonForm>
      ) : null}
    </>
  );
}
