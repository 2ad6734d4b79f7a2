import type { TextareaHTMLAttributes } from "react";
import { FieldFrame, type FieldProps, wireField } from "./field-parts.tsx";
import { firstValue } from "./form-state.ts";

type TextAreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "form" | "id" | "className">;

/** A labelled box for several lines. */
export function TextArea({
  name,
  label,
  form,
  hint,
  defaultValue,
  rows = 6,
  required,
  ...area
}: TextAreaProps) {
  const { id, aria } = wireField({ name, form, hint });
  const typed = form && name in form.values ? firstValue(form.values, name) : defaultValue;
  return (
    <FieldFrame form={form} hint={hint} label={label} name={name} required={required}>
      <textarea
        {...area}
        {...aria}
        className="control"
        defaultValue={typed}
        id={id}
        name={name}
        required={required}
        rows={rows}
      />
    </FieldFrame>
  );
}
