import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Facts } from "#app/components/facts.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { Prose } from "#app/components/prose.tsx";
import type { MatchStanding } from "#app/domain/match.ts";
import type { JobPage, RequirementView } from "./job-page.server.ts";

/** Answers in the order a coder asks: can I do it, may I live where I live, what does it pay, how do they measure. */
export function JobArticle({
  job,
  standings,
}: {
  job: JobPage;
  /** How the signed-in applicant's experience stands to each required family. */
  standings: ReadonlyMap<string, { standing: MatchStanding }>;
}) {
  return (
    <>
      <Section id="families" title="What you will code">
        <RequirementList
          title="Required"
          requirements={job.requirements.filter(({ level }) => level === "must")}
          standings={standings}
        />
        <RequirementList
          title="Nice to have"
          requirements={job.requirements.filter(({ level }) => level === "nice")}
          standings={standings}
        />
        <Facts
          items={[
            { term: "Credentials", detail: <CredentialWords job={job} /> },
            {
              term: "Apprentices",
              detail: job.acceptsApprentices
                ? "Welcome: CPC-A and COC-A count here"
                : "Not for this job",
            },
          ]}
        />
      </Section>
      <Section id="place" title="Where you may work">
        <p>{job.whereSentence}</p>
        {job.eligibleStates.length > 3 && job.eligibleStates.length < 52 && (
          <p className="state-list code">{job.eligibleStates.join(" ")}</p>
        )}
      </Section>
      <Section id="pay" title="Pay">
        <p>
          <span className="figure">{job.pay}</span>
          {job.hourlyEquivalent && <span className="soft"> ({job.hourlyEquivalent})</span>}
        </p>
        {job.payNote && <p>{job.payNote}</p>}
      </Section>
      <Section id="measure" title="How work is measured">
        {job.production || job.accuracy ? (
          <Facts
            items={[
              { term: "Production", detail: job.production ?? "Not stated" },
              { term: "Accuracy", detail: job.accuracy ?? "Not stated" },
            ]}
          />
        ) : (
          <p>The employer states no production or accuracy standard.</p>
        )}
      </Section>
      <Section id="about" title="About the work">
        <Facts items={job.facts} />
        <Prose html={job.descriptionHtml} />
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="job-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function RequirementList({
  title,
  requirements,
  standings,
}: {
  title: string;
  requirements: RequirementView[];
  standings: ReadonlyMap<string, { standing: MatchStanding }>;
}) {
  if (requirements.length === 0) return null;
  return (
    <div className="requirement-list">
      <h3>{title}</h3>
      <ul>
        {requirements.map(({ family, level, asked }) => {
          const standing = standings.get(family.id)?.standing;
          return (
            <li key={family.id}>
              <FamilyChip
                family={family}
                level={level}
                note={asked}
                to={`/code-families/${family.id}`}
                standing={standing}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function CredentialWords({ job }: { job: JobPage }) {
  return (
    <>
      {job.credentials}
      {job.preferredCredentials.length > 0 && (
        <span className="soft"> (preferred: {job.preferredCredentials.join(", ")})</span>
      )}
    </>
  );
}

/** The employer in two lines, with the way to everything else it has open. */
export function EmployerBlock({ employer }: { employer: JobPage["employer"] }) {
  return (
    <section className="job-section" aria-labelledby="employer-title">
      <h2 id="employer-title">The employer</h2>
      <div className="employer-block">
        {employer.hasLogo && (
          <img src={`/employers/${employer.slug}/logo`} alt="" width={56} height={56} />
        )}
        <p>
          <Link to={`/employers/${employer.slug}`}>{employer.name}</Link>
          <br />
          <span className="soft">
            {employer.kind}
            {employer.place ? ` in ${employer.place}` : ""}
            {employer.verified ? ". Verified by CareerCenter." : "."}
          </span>
        </p>
      </div>
    </section>
  );
}
