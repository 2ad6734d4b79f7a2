import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";

/** Takes a JSON Resume as a file or as pasted text. */
export function ImportForm({ form }: { form?: FormState | undefined }) {
  const navigation = useNavigation();
  const reading = navigation.formData?.get("intent") === "preview";
  return (
    <Form className="form" encType="multipart/form-data" method="post" noValidate>
      <FormSummary form={form} labels={{ document: "JSON Resume" }} />
      <TextField
        accept=".json,application/json"
        label="JSON Resume file"
        name="file"
        required={false}
        type="file"
        width="medium"
      />
      <TextArea
        form={form}
        hint="Instead of a file. It begins with a brace and holds sections such as basics and work."
        label="Or paste it"
        name="document"
        required={false}
        rows={8}
        spellCheck={false}
      />
      <div className="form-actions">
        <Button disabled={reading} name="intent" value="preview">
          {reading ? "Reading" : "Show what would change"}
        </Button>
      </div>
    </Form>
  );
}
