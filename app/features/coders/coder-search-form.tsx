import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxGroup } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FamilySummary } from "#app/domain/taxonomy/code-families.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import { CREDENTIALS } from "#app/domain/vocabulary.ts";
import type { CoderSearchPage } from "./find-coders.server.ts";

const MONTHS = [6, 12, 24, 36, 60, 120];

const monthsLabel = (months: number): string =>
  months < 12 ? `${months} months` : `${months / 12} ${months === 12 ? "year" : "years"}`;

const familyOption = ({ id, range, label, systemLabel }: FamilySummary) => ({
  value: id,
  label: (
    <>
      <span className="code">{range}</span> {label}{" "}
      <span className="soft small">{systemLabel}</span>
    </>
  ),
});

/** The search of coders: a plain GET form, so its address is the search. */
export function CoderSearchForm({ page }: { page: CoderSearchPage }) {
  const { query, chosen, offered } = page;
  return (
    <Form
      action="/employer/coders"
      className="form coder-search"
      key={[query.find, ...query.families].join()}
      role="search"
    >
      {chosen.length > 0 ? (
        <CheckboxGroup
          defaultValues={query.families}
          hint="Untick one to leave it out."
          legend="Code families asked for"
          name="family"
          options={chosen.map(familyOption)}
        />
      ) : null}
      {offered === null ? null : offered.length > 0 ? (
        <CheckboxGroup
          hint="Tick up to five in all, then search."
          id="found-family"
          legend={`Code families found for “${query.find}”`}
          name="family"
          options={offered.map(familyOption)}
        />
      ) : (
        <p role="status">No code family found for “{query.find}”. Try a code, or one word.</p>
      )}
      <TextField
        hint="A code, a range or a word: 92928, echo, wound care."
        label={chosen.length > 0 ? "Add a code family" : "Code family"}
        maxLength={80}
        name="find"
      />
      <div className="coder-search__row">
        <SelectField
          defaultValue={query.months > 0 ? String(query.months) : ""}
          emptyLabel="Any"
          label="At least, in each"
          name="months"
          options={[...new Set([...MONTHS, ...(query.months > 0 ? [query.months] : [])])]
            .sort((a, b) => a - b)
            .map((months) => ({ value: String(months), label: monthsLabel(months) }))}
        />
        <SelectField
          defaultValue={query.credential ?? ""}
          emptyLabel="Any"
          label="Credential"
          name="credential"
          options={CREDENTIALS.map(({ code }) => ({ value: code, label: code }))}
        />
        <SelectField
          defaultValue={query.state ?? ""}
          emptyLabel="Any"
          hint="Lives in it, or can work from it."
          label="State"
          name="state"
          options={Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField
        defaultValue={query.words}
        hint="In what coders say about themselves. Anonymous coders are not found by words."
        label="Words"
        maxLength={80}
        name="q"
      />
      <Button>Search coders</Button>
    </Form>
  );
}
