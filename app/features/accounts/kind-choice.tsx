import { FieldErrors, wireField } from "#app/components/field-parts.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";

const KINDS = [
  {
    value: "applicant",
    name: "Applicant",
    note: "You code: find jobs by the code families you know and apply with a profile.",
  },
  {
    value: "employer",
    name: "Employer",
    note: "You hire coders: post jobs by code family and answer applications.",
  },
] as const;

/** Applicant or employer, as two cards. */
export function KindChoice({
  form,
  defaultValue,
}: {
  form: FormState | undefined;
  defaultValue: string | undefined;
}) {
  const { id, errors, aria } = wireField({ name: "kind", form });
  const chosen = form ? firstValue(form.values, "kind") : defaultValue;
  return (
    <fieldset
      aria-describedby={aria["aria-describedby"]}
      className={errors.length > 0 ? "card-choices field--refused" : "card-choices"}
    >
      <legend className="field__label">Sign up as</legend>
      <FieldErrors errors={errors} id={id} />
      {KINDS.map(({ value, name, note }, index) => (
        <label className="card-choice" key={value}>
          <input
            aria-describedby={`kind-${value}-note`}
            aria-labelledby={`kind-${value}-name`}
            defaultChecked={chosen === value}
            id={index === 0 ? id : `${id}-${value}`}
            name="kind"
            required
            type="radio"
            value={value}
          />
          <span className="card-choice__name" id={`kind-${value}-name`}>
            {name}
          </span>
          <span className="card-choice__note" id={`kind-${value}-note`}>
            {note}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
