import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { CheckboxField, RadioGroup } from "#app/components/field-choices.tsx";
import type { FormState } from "#app/components/form-state.ts";
import type { PrivacyPage } from "./read-privacy.server.ts";

const CHOICES = [
  {
    value: "visible",
    label: "Visible",
    hint: "Verified employers can find your profile, open your default resume and invite you to apply. Nobody else can: not search engines, not other applicants.",
  },
  {
    value: "applied-employers",
    label: "Visible to employers I applied to",
    hint: "Only a verified employer you applied to sees your profile as it is today, until you withdraw.",
  },
  {
    value: "hidden",
    label: "Hidden",
    hint: "No employer can look your profile up. An application you send still carries a copy of your profile.",
  },
];

/** Who may see a profile, and whether it carries the name. */
export function VisibilityForm({
  page: { visibility, anonymous, code },
  form,
}: {
  page: Pick<PrivacyPage, "visibility" | "anonymous" | "code">;
  form: FormState | undefined;
}) {
  return (
    <Form className="form" key={`${visibility} ${anonymous}`} method="post" preventScrollReset>
      <RadioGroup
        defaultValue={visibility}
        form={form}
        legend="Your profile is"
        name="visibility"
        options={CHOICES}
      />
      <CheckboxField
        defaultChecked={anonymous}
        form={form}
        hint={
          <>
            Employers see your state, code families, credentials and what you chose from lists
            {code && anonymous ? (
              <>
                , under the code <span className="code">{code}</span>
              </>
            ) : null}
            . Your name, email address, city, resume, the employers you worked for and everything
            you wrote in your own words stay hidden until you accept an employer's invitation or
            apply there.
          </>
        }
        label="Anonymous until I agree"
        name="anonymous"
      />
      <Button name="intent" value="save">
        Save
      </Button>
    </Form>
  );
}
