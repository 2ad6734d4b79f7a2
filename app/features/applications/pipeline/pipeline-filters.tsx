import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { PIPELINE_SORTS, pipelineSearch } from "#app/domain/pipeline-query.ts";
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
  const [family, ...otherFamilies] = query.families;
  const found = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Disclosure
      open={filtered || undefined}
      summary={
        filtered
          ? `Filter and sort: ${found.toLocaleString("en-US")} of ${page.total.toLocaleString("en-US")} shown`
          : `Filter and sort: ${PIPELINE_SORTS[query.sort].toLowerCase()}`
      }
    >
      <Form
        action={address}
        className="pipeline-filters"
        key={pipelineSearch(query)}
        method="get"
        role="search"
      >
        <input name="view" type="hidden" value={query.view} />
        {query.stage ? <input name="stage" type="hidden" value={query.stage} /> : null}
        {otherFamilies.map((id) => (
          <input key={id} name="family" type="hidden" value={id} />
        ))}
        <TextField defaultValue={query.name} label="Name" maxLength={80} name="name" />
        <SelectField
          defaultValue={family ?? ""}
          emptyLabel="Any"
          label="Has coded"
          name="family"
          options={choices.families.map(({ id, range, label }) => ({
            value: id,
            label: range ? `${label}, ${range}` : label,
          }))}
        />
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

/** A value that came by the address stays on offer, so that sending the form again keeps it. */
const withChosen = (
  options: readonly { value: string; label: string }[],
  chosen: number | null,
  words: (chosen: number) => string,
) =>
  chosen === null || options.some(({ value }) => value === String(chosen))
    ? options
    : [...options, { value: String(chosen), label: words(chosen) }];
