import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { MatchLedger } from "#app/components/match-ledger.tsx";
import { MatchSentence } from "#app/components/match-sentence.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ApplicationTimeline } from "./application-timeline.tsx";
import { ProfileSheet } from "./profile-sheet.tsx";
import type { OwnApplication } from "./read-own-application.server.ts";
import { ScreeningSheet } from "./screening-sheet.tsx";
import { StageBadge } from "./stage-badge.tsx";

/** An application as its applicant sees it: where it stands, what comes next, what happened, what was sent. */
export function OwnApplicationView({
  application,
  notice,
  messages,
}: {
  application: OwnApplication;
  notice: string | null;
  /** The thread with the employer. */
  messages: ReactNode;
}) {
  const { job, stage, timeline } = application;
  return (
    <div className="page application">
      <PageHeader
        back={{ to: "/applicant/applications", label: "Your applications" }}
        lede={
          application.outOfView ? (
            job.employerName
          ) : (
            <>
              <Link to={`/employers/${job.employerSlug}`}>{job.employerName}</Link>
              {" · "}
              <Link to={`/jobs/${job.slug}`}>See the job</Link>
            </>
          )
        }
        title={job.title}
      />
      {notice ? <Notice title={notice} tone="success" /> : null}
      <div className="columns">
        <div className="stack">
          <section aria-labelledby="standing" className="standing">
            <h2 id="standing">Where it stands</h2>
            <p>
              <StageBadge stage={stage} />
            </p>
            <p className="standing__meaning">{application.meaning}</p>
            {application.reply ? <p>{application.reply}</p> : null}
            {application.jobEnded ? (
              <Notice title={application.jobEnded.why} tone="info">
                <p>{application.jobEnded.meaning}</p>
              </Notice>
            ) : null}
            <p>
              <strong>Next:</strong> {application.nextStep}
            </p>
          </section>
          {messages}
          <section aria-labelledby="sent">
            <h2 id="sent">What you sent</h2>
            <WhatWasSent application={application} />
          </section>
          <ScreeningSheet
            answers={application.answers}
            flags={application.flags}
            whose="Your profile"
          />
        </div>
        <aside aria-labelledby="timeline" className="stack">
          <h2 id="timeline">Timeline</h2>
          <ApplicationTimeline entries={timeline} messageFrom={job.employerName} />
          {application.mayWithdraw ? (
            <ButtonLink
              to={`/applicant/applications/${application.id}/withdraw`}
              variant="secondary"
            >
              Withdraw application
            </ButtonLink>
          ) : null}
        </aside>
      </div>
    </div>
  );
}

function WhatWasSent({ application }: { application: OwnApplication }) {
  const { sent, coverNote, resumeFilename, match } = application;
  if (!sent) {
    return <p className="soft">Nothing is kept: it was removed when you withdrew.</p>;
  }
  return (
    <div className="stack--tight">
      <p>
        Your profile as it was when you applied,{" "}
        {resumeFilename ? (
          <>
            and your resume <strong>{resumeFilename}</strong>.
          </>
        ) : (
          "without a resume."
        )}
      </p>
      {coverNote ? (
        <figure className="message">
          <figcaption>Cover note</figcaption>
          <blockquote className="written">{coverNote}</blockquote>
        </figure>
      ) : (
        <p className="soft">No cover note.</p>
      )}
      <MatchSentence match={match} />
      <Disclosure summary="How you compared, line by line">
        <MatchLedger have="You had" match={match} />
      </Disclosure>
      <Disclosure summary="The profile you sent">
        <ProfileSheet profile={sent} />
      </Disclosure>
    </div>
  );
}
