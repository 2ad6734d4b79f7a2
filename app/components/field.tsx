import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldFrame, type FieldProps, wireField } from "./field-parts.tsx";
import { firstValue } from "./form-state.ts";

type TextFieldProps = FieldProps & {
  /** Words after the control: "months", "% of codes". */
  suffix?: ReactNode;
  width?: "short" | "medium" | "full";
  /** Sets codes, figures and dates in the monospace. */
  figure?: boolean;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "form" | "width" | "id" | "className">;

/** A labelled one-line input. `required={false}` writes "(optional)" beside the label. */
export function TextField({
  name,
  label,
  form,
  hint,
  suffix,
  width = "full",
  figure = false,
  defaultValue,
  type = "text",
  required,
  ...input
}: TextFieldProps) {
  const { id, aria } = wireField({ name, form, hint });
  const typed = form && name in form.values ? firstValue(form.values, name) : defaultValue;
  const suffixId = suffix ? `${id}-suffix` : undefined;
  const describedBy = [aria["aria-describedby"], suffixId].filter(Boolean).join(" ");
  const control = (
    <input
      {...input}
      {...aria}
      {...(describedBy ? { "aria-describedby": describedBy } : {})}
      className={`control${width === "full" ? "" : ` control--${width}`}${figure ? " control--figure" : ""}`}
      id={id}
      name={name}
      required={required}
      type={type}
      {...(type === "file" ? {} : { defaultValue: typed })}
    />
  );
  return (
    <FieldFrame form={form} hint={hint} label={label} name={name} required={required}>
      {suffix ? (
        <div className="control-with-suffix">
          {control}
          <span className="control-with-suffix__text" id={suffixId}>
            {suffix}
          </span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}
