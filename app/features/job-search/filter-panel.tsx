import { Link } from "@remix-run/react";
import { Icon } from "#app/components/icon.tsx";
import type { FacetGroup } from "./facet-view.ts";
import type { FamilyDrillView, SearchPage } from "./search-page.server.ts";

/** Every filter of a search as native controls in one GET form; choosing submits it where JavaScript runs. */
export function FilterPanel({ page }: { page: SearchPage }) {
  return (
    <div className="filters__groups">
      <FamilyDrillDown drill={page.drill} />
      {page.groups.map((group) => (
        <FacetFieldset
          key={group.facet}
          group={group}
          showAllHref={page.expandHrefs[group.facet] ?? null}
        />
      ))}
      <NearAndPay page={page} />
    </div>
  );
}

function FamilyDrillDown({ drill }: { drill: FamilyDrillView }) {
  if (drill.path.length === 0 && drill.next.length === 0) return null;
  return (
    <details className="filter" open>
      <summary className="filter__title">
        Code family <Icon name="chevron-right" />
      </summary>
      {drill.path.length > 0 && (
        <ol className="filter__path">
          {drill.path.map((step) => (
            <li key={step.id}>
              <Link
                to={step.href}
                preventScrollReset
                className="filter__step"
                aria-current={step.current || undefined}
              >
                <FamilyWords step={step} />
              </Link>
            </li>
          ))}
          <li>
            <Link to={drill.clearHref} preventScrollReset className="filter__clear">
              Any code family
            </Link>
          </li>
        </ol>
      )}
      <ul className={drill.path.length > 0 ? "filter__nested" : undefined}>
        {drill.next.map((step) => (
          <li key={step.id}>
            <Link to={step.href} preventScrollReset className="filter__step">
              <FamilyWords step={step} />
              <span className="filter__count">{step.count.toLocaleString("en-US")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function FamilyWords({ step }: { step: { label: string; range: string | null } }) {
  return (
    <span className="filter__words">
      {step.range && <span className="code">{step.range}</span>} {step.label}
    </span>
  );
}

function FacetFieldset({ group, showAllHref }: { group: FacetGroup; showAllHref: string | null }) {
  return (
    <details className="filter" open={group.open}>
      <summary className="filter__title">
        {group.title} <Icon name="chevron-right" />
      </summary>
      <fieldset>
        <legend className="visually-hidden">{group.title}</legend>
        {group.values.map(({ value, label, count, chosen }) => (
          <label key={value} className="filter__choice">
            <input type="checkbox" name={group.facet} value={value} defaultChecked={chosen} />
            <span>{label}</span>
            <span className="filter__count">{count.toLocaleString("en-US")}</span>
          </label>
        ))}
      </fieldset>
      {group.hidden > 0 && showAllHref && (
        <Link to={showAllHref} preventScrollReset className="filter__more">
          Show {group.hidden} more<span className="visually-hidden"> in {group.title}</span>
        </Link>
      )}
    </details>
  );
}

const RADII = [10, 25, 50, 100, 200];
const POSTED = [
  { days: 1, label: "Last 24 hours" },
  { days: 3, label: "Last 3 days" },
  { days: 7, label: "Last 7 days" },
  { days: 14, label: "Last 14 days" },
  { days: 30, label: "Last 30 days" },
];

function NearAndPay({ page: { search } }: { page: SearchPage }) {
  return (
    <>
      <fieldset className="filter">
        <legend className="filter__title">Near</legend>
        <label className="field">
          <span className="field__label">City or ZIP</span>
          <input className="control" name="near" defaultValue={search.near ?? ""} maxLength={80} />
        </label>
        <label className="field">
          <span className="field__label">Within</span>
          <select className="control" name="radius" defaultValue={String(search.radius)}>
            {[...new Set([...RADII, search.radius])]
              .sort((a, b) => a - b)
              .map((miles) => (
                <option key={miles} value={miles}>
                  {miles} miles
                </option>
              ))}
          </select>
        </label>
      </fieldset>
      <fieldset className="filter">
        <legend className="filter__title">Pay and posting</legend>
        <label className="field">
          <span className="field__label">At least, in dollars an hour</span>
          <input
            className="control control--figure"
            name="payMin"
            type="number"
            inputMode="decimal"
            min={0}
            max={500}
            step="0.5"
            defaultValue={search.payMin ?? ""}
            aria-describedby="pay-hint"
          />
        </label>
        <p id="pay-hint" className="field__hint">
          Yearly pay counts as 2,080 hours.
        </p>
        <label className="field">
          <span className="field__label">Posted</span>
          <select
            className="control"
            name="postedWithin"
            defaultValue={String(search.postedWithin ?? "")}
          >
            <option value="">Any time</option>
            {POSTED.map(({ days, label }) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="filter__choice">
          <input
            type="checkbox"
            name="apprentice"
            value="true"
            defaultChecked={search.apprentice}
          />
          <span>Accepts apprentices (CPC‑A, COC‑A)</span>
        </label>
      </fieldset>
      <button type="submit" className="button button--secondary filters__submit">
        <Icon name="search" /> Show jobs
      </button>
    </>
  );
}
