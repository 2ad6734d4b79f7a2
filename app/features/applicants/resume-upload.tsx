import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MAX_RESUME_BYTES, TOO_LARGE } from "./resume-file.ts";

/** The form that takes a résumé. A file too large is refused before it travels, once the page is live. */
export function ResumeUpload({ form: refused }: { form?: FormState | null | undefined }) {
  const navigation = useNavigation();
  const [local, setLocal] = useState<FormState | null>(null);
  const form = local ?? refused;
  const sending = navigation.formData?.has("resume") ?? false;
  return (
    <Form
      className="form"
      encType="multipart/form-data"
      method="post"
      onSubmit={(event) => {
        const file = event.currentTarget.querySelector<HTMLInputElement>("#resume")?.files?.[0];
        const tooLarge = file !== undefined && file.size > MAX_RESUME_BYTES;
        setLocal(tooLarge ? { values: {}, errors: { resume: [TOO_LARGE] } } : null);
        if (tooLarge) event.preventDefault();
      }}
    >
      <FormSummary form={form} labels={{ resume: "Resume file" }} />
      <TextField
        accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        form={form}
        hint="PDF or Word (.docx), at most 5 MB. Take your member numbers and anything about patients out first."
        label="Resume file"
        name="resume"
        type="file"
        width="medium"
      />
      <div className="form-actions">
        <Button disabled={sending} name="intent" value="upload">
          {sending ? "Uploading" : "Upload resume"}
        </Button>
      </div>
    </Form>
  );
}
