import type { ReactNode } from "react";
import {
  controlId,
  FieldErrors,
  FieldHint,
  type FieldProps,
  wasTyped,
  wireField,
} from "./field-parts.tsx";
import { allValues, firstValue } from "./form-state.ts";

interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One checkbox, sent as "on" (or `value`) when ticked. */
export function CheckboxField({
  name,
  label,
  form,
  hint,
  defaultChecked = false,
  value = "on",
  required,
}: FieldProps & {
  defaultChecked?: boolean | undefined;
  value?: string;
  required?: boolean | undefined;
}) {
  const { id, errors, aria } = wireField({ name, form, hint });
  const checked = wasTyped(form) ? allValues(form.values, name).includes(value) : defaultChecked;
  return (
    <div className={errors.length > 0 ? "choice field--refused" : "choice"}>
      <input
        {...aria}
        defaultChecked={checked}
        id={id}
        name={name}
        required={required}
        type="checkbox"
        value={value}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <FieldErrors errors={errors} id={id} />
    </div>
  );
}

interface GroupProps extends Omit<FieldProps, "label"> {
  legend: ReactNode;
  options: readonly Option[];
  columns?: boolean | number | undefined;
  /** For the second group of one name on a page. */
  id?: string | undefined;
}

/** Several checkboxes of one name under a legend. The first one's id is the field's id, so a summary can link to it. */
export function CheckboxGroup({
  defaultValues = [],
  ...group
}: GroupProps & { defaultValues?: readonly string[] | undefined }) {
  const { form, name } = group;
  const chosen = wasTyped(form) ? allValues(form.values, name) : defaultValues;
  return <ChoiceGroup {...group} chosen={chosen} type="checkbox" />;
}

/** One choice of several under a legend. */
export function RadioGroup({
  defaultValue,
  ...group
}: GroupProps & { defaultValue?: string | undefined }) {
  const { form, name } = group;
  const typed = form && name in form.values ? firstValue(form.values, name) : defaultValue;
  return <ChoiceGroup {...group} chosen={typed === undefined ? [] : [typed]} type="radio" />;
}

function ChoiceGroup({
  legend,
  name,
  options,
  form,
  hint,
  columns,
  chosen,
  type,
  ...group
}: GroupProps & { chosen: readonly string[]; type: "checkbox" | "radio" }) {
  const { id, errors, aria } = wireField({ name, form, hint, id: group.id });
  const idOf = (value: string, index: number) =>
    index === 0 ? id : `${id}-${controlId(value) || "none"}`;
  return (
    <fieldset
      aria-describedby={aria["aria-describedby"]}
      className={`choices${columns ? " choices--columns" : ""}${errors.length > 0 ? " field--refused" : ""}`}
    >
      <legend className="field__label">{legend}</legend>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <FieldErrors errors={errors} id={id} />
      {options.map((option, index) => (
        <div className="choice" key={option.value}>
          <input
            aria-describedby={option.hint ? `${idOf(option.value, index)}-note` : undefined}
            defaultChecked={chosen.includes(option.value)}
            id={idOf(option.value, index)}
            name={name}
            type={type}
            value={option.value}
          />
          <label htmlFor={idOf(option.value, index)}>{option.label}</label>
          {option.hint ? (
            <div className="field__hint" id={`${idOf(option.value, index)}-note`}>
              {option.hint}
            </div>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
