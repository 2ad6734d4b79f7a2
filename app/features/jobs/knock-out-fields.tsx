import { useEffect, useRef, useState } from "react";
import { rowsFromValues } from "#app/components/family-picker/picked-rows.ts";
import { CheckboxGroup, RadioGroup } from "#app/components/field-choices.tsx";
import { type FormState, type FormValues, firstValue } from "#app/components/form-state.ts";
import { parseCredentialRule } from "#app/domain/credential-rule-text.ts";
import { possibleKnockOuts } from "#app/domain/knock-outs.ts";
import { eligibleStates, type StateRule } from "#app/domain/us-states.ts";

/** The conditions an employer can switch on: the rules this very form states, as they stand while it is typed. */
export function KnockOutFields({ form }: { form: FormState }) {
  const place = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState(form.values);
  useEffect(() => {
    const whole = place.current?.closest("form");
    if (!whole) return;
    const look = () => setTyped(valuesOf(whole));
    // A click may add or remove a family; its row is there a moment later.
    const lookSoon = () => window.setTimeout(look, 50);
    whole.addEventListener("change", look);
    whole.addEventListener("click", lookSoon);
    return () => {
      whole.removeEventListener("change", look);
      whole.removeEventListener("click", lookSoon);
    };
  }, []);
  const options = rulesIn(typed).map(({ rule, words }) => ({ value: rule, label: words }));
  return (
    <section aria-labelledby="screening-conditions" className="stack--tight" ref={place}>
      <h3 id="screening-conditions">Conditions</h3>
      {options.length === 0 ? (
        <p className="soft">
          A credential rule, a limit on states and each must-have family can be made a condition of
          applying. State them above; they can be chosen here once this form is saved.
        </p>
      ) : (
        <>
          <CheckboxGroup
            columns={1}
            form={form}
            hint="Profiles are compared with what you tick. What you leave unticked only counts for the match."
            legend="An applicant’s profile must show"
            name="knockOuts"
            options={options}
          />
          <RadioGroup
            defaultValue="flag"
            form={form}
            legend="When a profile does not meet them"
            name="knockOutEffect"
            options={[
              {
                value: "flag",
                label: "They can apply, and you see what is missing",
              },
              {
                value: "refuse",
                label: "They cannot apply, and are told what is missing",
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function valuesOf(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

function rulesIn(values: FormValues) {
  const rule = parseCredentialRule(firstValue(values, "credentialRule"));
  const stateRule = (firstValue(values, "stateRule") || null) as StateRule | null;
  const state = firstValue(values, "state") || null;
  return possibleKnockOuts({
    credentialRule: rule.ok ? rule.rule : [],
    acceptsApprentices: false,
    eligibleStates: eligibleStates(stateRule, values.listedStates ?? [], state),
    requirements: rowsFromValues(values, "requirements").map(({ familyId, fields }) => ({
      familyId,
      level: fields.level === "nice" ? "nice" : "must",
      minMonths: Number(fields.minMonths) || 0,
    })),
  });
}
