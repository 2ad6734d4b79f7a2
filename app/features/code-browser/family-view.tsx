import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { IndexList } from "#app/components/index-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { FamilyPage } from "./family-page.server.ts";

/** One family, section or system as a reference entry: what it covers, where it sits, who asks for it. */
export function FamilyView({ page, jobs }: { page: FamilyPage; jobs: ReactNode }) {
  const { family } = page;
  return (
    <article className="page family-page" data-system={family.system}>
      <nav aria-label="Where it sits" className="crumbs">
        <ol>
          <li>
            <Link to="/code-families">Code families</Link>
          </li>
          {page.path.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ol>
      </nav>
      <header className="family-page__header">
        <h1>
          {page.level === "system" ? null : (
            <span className="family-page__range">{family.range} </span>
          )}
          {family.label}
        </h1>
        <p>{page.explanation}</p>
        {page.note ? <p className="soft">{page.note}</p> : null}
      </header>
      {page.retired ? <Retired page={page} /> : null}
      <div className="columns">
        <div className="stack">
          {page.children.length > 0 ? (
            <section aria-labelledby="holds">
              <div className="section-heading">
                <h2 id="holds">{page.level === "system" ? "Sections" : "Families in it"}</h2>
                <span className="soft small">open jobs</span>
              </div>
              <IndexList entries={page.children} />
            </section>
          ) : null}
          <section aria-labelledby="open-jobs">
            <div className="section-heading">
              <h2 id="open-jobs">Open jobs that ask for it</h2>
              {page.jobs > 0 ? (
                <Link to={`/jobs?family=${family.id}`}>
                  {page.jobs === 1 ? "1 open job" : `All ${page.jobs.toLocaleString("en-US")}`}
                </Link>
              ) : null}
            </div>
            {jobs ?? (
              <p className="empty-line">
                No open job asks for it now. <Link to="/jobs?sort=newest">See the newest jobs</Link>
                .
              </p>
            )}
          </section>
        </div>
        <aside className="stack">
          <FamilyFacts page={page} />
          {page.jobs > 0 ? (
            <ButtonLink to={`/jobs?family=${family.id}`}>Search these jobs</ButtonLink>
          ) : null}
        </aside>
      </div>
      <Neighbours page={page} />
    </article>
  );
}

function Retired({ page: { retired } }: { page: FamilyPage }) {
  return (
    <Notice title="This range is retired" tone="warning">
      <p>
        Its codes are no longer in use. Experience in it still counts as history
        {retired?.successor ? " towards the family that took over:" : "."}
      </p>
      {retired?.successor ? (
        <p>
          <FamilyChip family={retired.successor} to={`/code-families/${retired.successor.id}`} />
        </p>
      ) : null}
    </Notice>
  );
}

function FamilyFacts({ page }: { page: FamilyPage }) {
  const { family, specialties, credentials } = page;
  return (
    <Facts
      items={[
        { term: "Code system", detail: family.systemLabel },
        { term: "Range", detail: <span className="figure">{family.range}</span> },
        { term: "Kept by", detail: page.keeper },
        { term: "Changes", detail: page.changes },
        {
          term: "Specialties",
          detail: specialties.length > 0 && (
            <ul className="family-specialties">
              {specialties.map(({ slug, label }) => (
                <li key={slug}>
                  <Link to={`/specialties/${slug}`}>{label}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: "Credentials that go with it",
          detail: credentials.length > 0 && <CredentialLinks credentials={credentials} />,
        },
      ]}
    />
  );
}

/** Credentials by their letters, each a search; the full name is there on hover and for screen readers. */
export function CredentialLinks({
  credentials,
}: {
  credentials: readonly { code: string; name: string; issuer: string }[];
}) {
  return (
    <ul className="credential-links">
      {credentials.map(({ code, name, issuer }) => (
        <li key={code}>
          <Link
            aria-label={`${code}, ${name} (${issuer}): jobs`}
            title={`${name} (${issuer})`}
            to={`/jobs?credential=${encodeURIComponent(code)}`}
          >
            {code}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Neighbours({ page: { before, after } }: { page: FamilyPage }) {
  if (!before && !after) return null;
  return (
    <nav aria-label="Neighbors in the code book" className="neighbours">
      {before ? (
        <Link className="neighbours__link" rel="prev" to={before.to}>
          <span className="neighbours__way">Before it</span>
          <span className="figure">{before.range}</span> {before.label}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link className="neighbours__link" rel="next" to={after.to}>
          <span className="neighbours__way">After it</span>
          <span className="figure">{after.range}</span> {after.label}
        </Link>
      ) : null}
    </nav>
  );
}
