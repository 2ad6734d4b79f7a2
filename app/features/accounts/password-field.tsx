import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { FieldFrame, type FieldProps, wireField } from "#app/components/field-parts.tsx";

/** A password, with a button to see what was typed where there is JavaScript. */
export function PasswordField({
  name,
  label,
  form,
  hint,
  autoComplete,
}: FieldProps & { label: string; autoComplete: "current-password" | "new-password" }) {
  const [shown, setShown] = useState(false);
  const [enhanced, setEnhanced] = useState(false);
  useEffect(() => setEnhanced(true), []);
  const { id, aria } = wireField({ name, form, hint });
  return (
    <FieldFrame form={form} hint={hint} label={label} name={name}>
      <div className="password-control">
        <input
          {...aria}
          autoCapitalize="none"
          autoComplete={autoComplete}
          className="control"
          id={id}
          maxLength={1_000}
          name={name}
          required
          spellCheck={false}
          type={shown ? "text" : "password"}
        />
        {enhanced ? (
          <Button
            aria-controls={id}
            onClick={() => setShown(!shown)}
            type="button"
            variant="secondary"
          >
            {shown ? "Hide" : "Show"}
            <span className="visually-hidden"> what you typed</span>
          </Button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
