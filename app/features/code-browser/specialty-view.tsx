import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { IndexList } from "#app/components/index-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { CredentialLinks } from "./family-view.tsx";
import type { SpecialtyPage } from "./specialty-page.server.ts";

/** A specialty: its open jobs, the code families coded in it and the credentials asked for. */
export function SpecialtyView({ page, jobs }: { page: SpecialtyPage; jobs: ReactNode }) {
  return (
    <div className="page">
      <PageHeader
        actions={
          page.jobs > 0 ? (
            <ButtonLink to={`/jobs?specialty=${page.slug}`}>Search these jobs</ButtonLink>
          ) : null
        }
        back={{ to: "/code-families#specialties", label: "Specialties" }}
        lede={page.aliases.length > 0 ? <p>Also called {page.aliases.join(", ")}.</p> : undefined}
        title={`${page.label} coding jobs`}
      />
      <div className="columns">
        <section aria-labelledby="open-jobs">
          <div className="section-heading">
            <h2 id="open-jobs">Open jobs</h2>
            {page.jobs > 0 ? (
              <Link to={`/jobs?specialty=${page.slug}`}>
                {page.jobs === 1 ? "1 open job" : `All ${page.jobs.toLocaleString("en-US")}`}
              </Link>
            ) : null}
          </div>
          {jobs ?? (
            <p className="empty-line">
              No open job in this specialty now.{" "}
              <Link to="/jobs?sort=newest">See the newest jobs</Link>.
            </p>
          )}
        </section>
        <aside className="stack">
          {page.families.length > 0 ? (
            <section aria-labelledby="coded">
              <div className="section-heading">
                <h2 id="coded">Families coded in it</h2>
                <span className="soft small">open jobs</span>
              </div>
              <IndexList entries={page.families} />
            </section>
          ) : null}
          <Facts
            items={[
              {
                term: "Credentials",
                detail: page.credentials.length > 0 && (
                  <CredentialLinks credentials={page.credentials} />
                ),
              },
            ]}
          />
        </aside>
      </div>
    </div>
  );
}
