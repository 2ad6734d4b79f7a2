import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { FREQUENCIES } from "./frequencies.ts";

/** Saves the search on the page; a form of its own, below the results. */
export function SaveSearchForm({ params }: { params: string }) {
  return (
    <section aria-labelledby="save-search" className="page page--reading">
      <h2 className="section-heading" id="save-search">
        Get new jobs of this search by mail
      </h2>
      <Form action="/applicant/saved-searches" className="stack--tight" method="post">
        <input name="params" type="hidden" value={params} />
        <SelectField
          defaultValue="daily"
          label="How often"
          name="frequency"
          options={[...FREQUENCIES]}
        />
        <div>
          <Button name="intent" value="save">
            Save this search
          </Button>
        </div>
      </Form>
    </section>
  );
}
