import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { EVIDENCE_TOO_LARGE, MAX_EVIDENCE_BYTES } from "./evidence-limits.ts";
import type { CredentialLine } from "./read-credentials.server.ts";

/** Takes evidence of one credential. A file too large is refused before it travels, once the page is live. */
export function EvidenceForm({
  credential: { id, code, evidence },
  form: refused,
}: {
  credential: CredentialLine;
  form: FormState | null;
}) {
  const navigation = useNavigation();
  const [local, setLocal] = useState<FormState | null>(null);
  const name = `${id}-evidence`;
  const form = local ?? (refused && name in refused.errors ? refused : null);
  const sending = navigation.formData?.has(name) ?? false;
  return (
    <Form
      className="form"
      encType="multipart/form-data"
      method="post"
      onSubmit={(event) => {
        const file = event.currentTarget.querySelector<HTMLInputElement>("[type=file]")?.files?.[0];
        const tooLarge = file !== undefined && file.size > MAX_EVIDENCE_BYTES;
        setLocal(tooLarge ? { values: {}, errors: { [name]: [EVIDENCE_TOO_LARGE] } } : null);
        if (tooLarge) event.preventDefault();
      }}
    >
      <FormSummary form={form} labels={{ [name]: `Evidence of your ${code}` }} />
      <input name="credentialId" type="hidden" value={id} />
      <TextField
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        form={form}
        hint="Your certificate, member card or a letter from the issuer: PDF, JPEG or PNG, at most 5 MB."
        label={evidence ? `Other evidence of your ${code}` : `Evidence of your ${code}`}
        name={name}
        type="file"
        width="medium"
      />
      <div className="form-actions">
        <Button disabled={sending} name="intent" value="upload" variant="secondary">
          {sending ? "Sending" : evidence ? "Replace the evidence" : "Send the evidence"}
        </Button>
      </div>
    </Form>
  );
}
