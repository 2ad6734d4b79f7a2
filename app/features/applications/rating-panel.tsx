import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import type { Answer } from "./answer-application.server.ts";
import type { EmployerApplication } from "./read-employer-application.server.ts";

const SCORES = [
  { value: "5", label: "5, outstanding" },
  { value: "4", label: "4, strong" },
  { value: "3", label: "3, good" },
  { value: "2", label: "2, weak" },
  { value: "1", label: "1, not a fit" },
];

/** What the members think of an applicant: everybody's rating, and one's own to give, change or take back. */
export function RatingPanel({
  application: { ratings, mayAnswer },
  answer,
}: {
  application: EmployerApplication;
  answer: Answer | null;
}) {
  const busy = useNavigation().formMethod === "POST";
  const form = answer?.part === "rate" ? answer.form : null;
  const { average, own, all } = ratings;
  return (
    <section aria-labelledby="rating" className="stack--tight">
      <h2 id="rating">Rating</h2>
      <p>
        {average === null ? (
          <span className="soft">Nobody has rated this application.</span>
        ) : (
          <>
            <strong className="figure">{average}</strong> of 5 from{" "}
            {all.length === 1 ? "one member" : `${all.length} members`}
            <span className="soft small">
              : {all.map(({ name, score }) => `${name} ${score}`).join(", ")}
            </span>
          </>
        )}
      </p>
      {mayAnswer ? (
        <Form className="form" key={own ?? "none"} method="post">
          <FormSummary form={form} labels={{ score: "Your rating" }} />
          <SelectField
            defaultValue={own === null ? "" : String(own)}
            emptyLabel="No rating"
            form={form}
            hint="Only members of your employer see it."
            label="Your rating"
            name="score"
            options={SCORES}
          />
          <Button disabled={busy} name="intent" value="rate" variant="secondary">
            Keep rating
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
