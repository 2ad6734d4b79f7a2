import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxGroup } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { MOST_FAMILIES } from "#app/domain/parse-pipeline-query.ts";
import { PIPELINE_SORTS, pipelineSearch } from "#app/domain/pipeline-query.ts";
import type { FamilySummary } from "#app/domain/taxonomy/code-families.ts";
import type { PipelinePage } from "./read-pipeline.server.ts";

const SORTS = Object.entries(PIPELINE_SORTS).map(([value, label]) => ({ value, label }));
const SCORES = [90, 80, 70, 60, 50].map((score) => ({
  value: String(score),
  label: `${score}% or more`,
}));
const RATINGS = [5, 4, 3, 2].map((rating) => ({
  value: String(rating),
  label: rating === 5 ? "5 of 5" : `${rating} or more`,
}));

/** Narrows and orders a job's applications; a GET form, so that what it asks for stands in the address. */
export function PipelineFilters({ page, address }: { page: PipelinePage; address: string }) {
  const { query, choices, filtered, counts } = page;
  const found = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Disclosure
      open={filtered || choices.found !== null || undefined}
      summary={
        filtered
          ? `Filter and sort: ${found.toLocaleString("en-US")} of ${page.total.toLocaleString("en-US")} shown`
          : `Filter and sort: ${PIPELINE_SORTS[query.sort].toLowerCase()}`
      }
    >
      <Form
        action={address}
        className="pipeline-filters"
        key={`${query.find} ${pipelineSearch(query)}`}
        method="get"
        role="search"
      >
        <input name="view" type="hidden" value={query.view} />
        {query.stage ? <input name="stage" type="hidden" value={query.stage} /> : null}
        <FamilyFilter choices={choices} query={query} />
        <TextField defaultValue={query.name} label="Name" maxLength={80} name="name" />
        <SelectField
          defaultValue={query.credential ?? ""}
          emptyLabel="Any"
          label="Credential"
          name="credential"
          options={choices.credentials}
        />
        <SelectField
          defaultValue={query.state ?? ""}
          emptyLabel="Any"
          label="State"
          name="state"
          options={choices.states}
        />
        <SelectField
          defaultValue={query.minScore === null ? "" : String(query.minScore)}
          emptyLabel="Any"
          label="Match"
          name="minScore"
          options={withChosen(SCORES, query.minScore, (score) => `${score}% or more`)}
        />
        <SelectField
          defaultValue={query.minRating === null ? "" : String(query.minRating)}
          emptyLabel="Any"
          label="Rating"
          name="minRating"
          options={withChosen(RATINGS, query.minRating, (rating) => `${rating} or more`)}
        />
        <SelectField defaultValue={query.sort} label="Order" name="sort" options={SORTS} />
        <div className="cluster pipeline-filters__actions">
          <Button variant="secondary">Show applications</Button>
          {filtered ? (
            <Link to={`${address}${pipelineSearch({ view: query.view, stage: query.stage })}`}>
              Clear filters
            </Link>
          ) : null}
        </div>
      </Form>
    </Disclosure>
  );
}

/** The families of the job, those asked for and those looked up, to tick; an applicant covers all of the ticked ones. */
function FamilyFilter({ choices, query }: Pick<PipelinePage, "choices" | "query">) {
  const { families, found } = choices;
  const option = ({ id, range, label }: FamilySummary) => ({
    value: id,
    label: (
      <>
        <span className="code">{range}</span> {label}
      </>
    ),
  });
  return (
    <div className="pipeline-filters__families">
      {families.length > 0 ? (
        <CheckboxGroup
          columns
          defaultValues={query.families}
          hint="Of each one ticked: all of it, or a family inside it."
          legend="Has coded"
          name="family"
          options={families.map(option)}
        />
      ) : null}
      {found && found.length > 0 ? (
        <CheckboxGroup
          columns
          id="found-family"
          hint={`Tick the ones you mean, then show the applications. At most ${MOST_FAMILIES} in all.`}
          legend={`Code families found for “${query.find}”`}
          name="family"
          options={found.map(option)}
        />
      ) : null}
      {found && found.length === 0 ? (
        <p role="status">No other code family found for “{query.find}”. Try a code, or one word.</p>
      ) : null}
      <TextField
        autoComplete="off"
        hint="A code, a range or a word: 92928, echo, wound care."
        label={families.length > 0 ? "Another code family" : "Code family"}
        maxLength={80}
        name="find"
      />
    </div>
  );
}

/** A value that came by the address stays on offer, so that sending the form again keeps it. */
const withChosen = (
  options: readonly { value: string; label: string }[],
  chosen: number | null,
  words: (chosen: number) => string,
) =>
  chosen === null || options.some(({ value }) => value === String(chosen))
    ? options
    : [...options, { value: String(chosen), label: words(chosen) }];
