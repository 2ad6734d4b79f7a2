import type { ReactNode } from "react";
import { errorsOf, type FormState } from "./form-state.ts";

/** What every field of a form takes. `form` is a refused form: its typed values win over defaults. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  form?: FormState | null | undefined;
  hint?: ReactNode;
}

/** The id of a field's control: its name with dots as dashes. */
export const controlId = (name: string): string => name.replaceAll(".", "-").replaceAll(":", "-");

/** Whether a refused form carried this field at all (checkboxes left empty are not sent). */
export const wasTyped = (form: FormState | null | undefined): form is FormState =>
  form !== null && form !== undefined && Object.keys(form.values).length > 0;

interface Wiring {
  id: string;
  errors: string[];
  /** Attributes that tie a control to its hint and errors. */
  aria: { "aria-describedby"?: string; "aria-invalid"?: true };
}

export function wireField({
  name,
  form,
  hint,
  id = controlId(name),
}: Pick<FieldProps, "name" | "form" | "hint"> & { id?: string | undefined }): Wiring {
  const errors = form ? errorsOf(form.errors, name) : [];
  const describedBy = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    errors,
    aria: {
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
      ...(errors.length > 0 ? { "aria-invalid": true } : {}),
    },
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field__hint" id={`${id}-hint`}>
      {children}
    </div>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="field__error" id={`${id}-error`}>
      {errors.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </div>
  );
}

/** A label above its control, with the hint and the errors between them. */
export function FieldFrame({
  name,
  label,
  form,
  hint,
  required,
  hideOptional,
  children,
}: FieldProps & {
  required?: boolean | undefined;
  hideOptional?: boolean | undefined;
  children: ReactNode;
}) {
  const { id, errors } = wireField({ name, form, hint });
  return (
    <div className={errors.length > 0 ? "field field--refused" : "field"}>
      <label className="field__label" htmlFor={id}>
        {label}
        {required === false && !hideOptional ? (
          <span className="field__optional"> (optional)</span>
        ) : null}
      </label>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <FieldErrors errors={errors} id={id} />
      {children}
    </div>
  );
}
