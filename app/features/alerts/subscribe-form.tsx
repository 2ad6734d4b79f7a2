import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FREQUENCIES } from "./frequencies.ts";

/** Asks for alerts of a search without an account. `params` is the search as its address states it. */
export function SubscribeForm({ params, form }: { params: string; form?: FormState | undefined }) {
  return (
    <Form action={`/alerts?${params}`} className="form" method="post" noValidate>
      <input name="params" type="hidden" value={params} />
      <TextField
        autoComplete="email"
        form={form}
        hint="No account needed. We write once to confirm that it is yours; every mail has a link to stop."
        label="Email"
        maxLength={254}
        name="email"
        required
        type="email"
      />
      <SelectField
        defaultValue="daily"
        form={form}
        label="How often"
        name="frequency"
        options={[...FREQUENCIES]}
      />
      <div>
        <Button>Mail me new jobs</Button>
      </div>
    </Form>
  );
}

/** The same below the results of a search. */
export function SubscribeSection({ params }: { params: string }) {
  return (
    <section aria-labelledby="subscribe" className="page page--reading">
      <h2 className="section-heading" id="subscribe">
        Get new jobs of this search by mail
      </h2>
      <SubscribeForm params={params} />
    </section>
  );
}
