import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Disclosure } from "#app/components/disclosure.tsx";
import { MatchLedger } from "#app/components/match-ledger.tsx";
import { MatchRaise } from "#app/components/match-raise.tsx";
import { Notice } from "#app/components/notice.tsx";
import { When } from "#app/components/when.tsx";
import { familyStandings, matchSentence } from "#app/domain/match-sentence.ts";
import { ApplyPanel } from "./apply-panel.tsx";
import { EmployerBlock, JobArticle } from "./job-article.tsx";
import type { JobPage } from "./job-page.server.ts";
import type { Standing } from "./read-job-page.server.ts";
import { ScreeningBlock } from "./screening-block.tsx";

/**
 * A job, open or ended: title, what to do, then the answers in the order a coder asks them. `aside` stands under what
 * to do.
 */
export function JobView({
  job,
  standing,
  aside,
}: {
  job: JobPage;
  standing: Standing;
  aside?: ReactNode;
}) {
  const match = "match" in standing ? standing.match : null;
  return (
    <article className="job">
      <header className="job__head">
        <h1>{job.title}</h1>
        <p className="job__byline">
          <Link to={`/employers/${job.employer.slug}`}>{job.employer.name}</Link>
          <span>{job.employer.kind}</span>
          <span>{job.whereSentence.replace(/\.$/, "")}</span>
        </p>
        <p className="job__dates">
          {job.repostedAt ? "First posted " : "Posted "}
          <When at={job.firstPublishedAt} kind="date" />
          {job.repostedAt && (
            <>
              , reposted <When at={job.repostedAt} kind="date" />
            </>
          )}
          {job.open && job.confirmedAt && (
            <>
              , confirmed open <When at={job.confirmedAt} kind="relative" />
            </>
          )}
          {job.open && (
            <>
              , open through <When at={job.lastDay} kind="date" />
            </>
          )}
        </p>
      </header>
      <aside className="job__aside" aria-label="Apply">
        {job.open ? (
          <ApplyPanel job={job} standing={standing} />
        ) : (
          <Ended job={job} standing={standing} />
        )}
        {aside}
      </aside>
      <div className="job__body">
        {job.open ? <ScreeningBlock job={job} standing={standing} /> : null}
        {match && !job.removed && (
          <section className="job-section" aria-labelledby="match-title">
            <h2 id="match-title">How your profile stands to it</h2>
            <p>{matchSentence(match)}</p>
            <Disclosure summary="Line by line">
              <MatchLedger match={match} />
              {standing.kind === "applicant" && <MatchRaise lines={standing.raises} />}
            </Disclosure>
          </section>
        )}
        {job.removed ? null : (
          <>
            <JobArticle job={job} standings={match ? familyStandings(match) : new Map()} />
            <EmployerBlock employer={job.employer} />
          </>
        )}
      </div>
    </article>
  );
}

function Ended({ job, standing }: { job: JobPage; standing: Standing }) {
  return (
    <Notice tone="warning" title="Not taking applications">
      <p>{job.endedSentence}</p>
      {standing.kind === "applied" && (
        <p>
          <Link to={`/applicant/applications/${standing.applicationId}`}>See your application</Link>
        </p>
      )}
    </Notice>
  );
}
