import type { SelectHTMLAttributes } from "react";
import { FieldFrame, type FieldProps, wireField } from "./field-parts.tsx";
import { firstValue } from "./form-state.ts";

type SelectFieldProps = FieldProps & {
  options: readonly { value: string; label: string }[];
  /** The words of the empty choice ("Any", "Choose one"); without it there is none. */
  emptyLabel?: string | undefined;
  width?: "short" | "medium" | "full";
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "form" | "id" | "className">;

/** A labelled drop-down list. */
export function SelectField({
  name,
  label,
  form,
  hint,
  options,
  emptyLabel,
  width = "full",
  defaultValue,
  required,
  ...select
}: SelectFieldProps) {
  const { id, aria } = wireField({ name, form, hint });
  const typed = form && name in form.values ? firstValue(form.values, name) : defaultValue;
  return (
    <FieldFrame form={form} hint={hint} label={label} name={name} required={required}>
      <select
        {...select}
        {...aria}
        className={width === "full" ? "control" : `control control--${width}`}
        defaultValue={typed}
        id={id}
        name={name}
        required={required}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
