import type { ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";
import { MatchLedger } from "#app/components/match-ledger.tsx";
import { MatchSentence } from "#app/components/match-sentence.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import type { Answer } from "./answer-application.server.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { ApplicationTimeline } from "./application-timeline.tsx";
import { NotesSection } from "./notes-section.tsx";
import { NeighboursNav } from "./pipeline/neighbours-nav.tsx";
import type { Neighbours } from "./pipeline/read-neighbours.server.ts";
import { ProfileSheet } from "./profile-sheet.tsx";
import { RatingPanel } from "./rating-panel.tsx";
import type { EmployerApplication } from "./read-employer-application.server.ts";
import { ScreeningSheet } from "./screening-sheet.tsx";
import { StageBadge } from "./stage-badge.tsx";

/** An application as the employer reads and answers it. */
export function EmployerApplicationView({
  application,
  answer,
  done,
  neighbours,
  messages,
}: {
  application: EmployerApplication;
  answer: Answer | null;
  done: string | null;
  neighbours: Neighbours | null;
  /** The thread with the applicant. */
  messages: ReactNode;
}) {
  const { job, sent, open, mayAnswer, name } = application;
  return (
    <div className="page application">
      <PageHeader
        back={{
          to: neighbours?.back ?? `/employer/jobs/${job.id}/applications`,
          label: job.title,
        }}
        lede={sent?.headline}
        title={name}
      />
      <NeighboursNav neighbours={neighbours} />
      {done ? <Notice title={done} tone="success" /> : null}
      <Standing application={application} />
      <div className="columns application__columns">
        <div className="stack">{sent ? <Sent application={application} /> : <Withdrawn />}</div>
        <aside aria-label="Your answer" className="stack">
          {open && mayAnswer ? (
            <section aria-labelledby="answer" className="stack--tight">
              <h2 id="answer">Your answer</h2>
              <AnswerPanel answer={answer} application={application} />
            </section>
          ) : null}
          {open && !mayAnswer ? (
            <Notice tone="info">Your role is viewer: owners and recruiters answer.</Notice>
          ) : null}
          {sent ? <RatingPanel answer={answer} application={application} /> : null}
          {messages}
          {sent ? <NotesSection answer={answer} application={application} /> : null}
          <section aria-labelledby="timeline" className="stack--tight">
            <h2 id="timeline">Timeline</h2>
            <ApplicationTimeline entries={application.timeline} messageFrom={job.employerName} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function Standing({ application }: { application: EmployerApplication }) {
  const { stage, submittedAt, replyBy, firstReplyAt, replyLate, open, sent, mayAnswer } =
    application;
  return (
    <p className="application__standing">
      <StageBadge stage={stage} />
      <span>
        Applied <When at={submittedAt} />
      </span>
      {open && replyBy && !firstReplyAt ? (
        <span className={replyLate ? "overdue" : undefined}>
          {replyLate ? "Unanswered: an answer was promised by " : "Answer promised by "}
          <When at={replyBy} />
        </span>
      ) : null}
      {sent ? <a href={`mailto:${sent.email}`}>{sent.email}</a> : null}
      {open && mayAnswer ? (
        <a className="application__jump" href="#answer">
          Go to your answer
        </a>
      ) : null}
    </p>
  );
}

function Sent({ application }: { application: EmployerApplication }) {
  const { id, sent, match, coverNote, resumeFilename } = application;
  if (!sent) return null;
  return (
    <>
      <section aria-labelledby="match" className="stack--tight">
        <h2 id="match">Match</h2>
        <MatchSentence match={match} />
        <MatchLedger have="They have" match={match} />
      </section>
      <ScreeningSheet answers={application.answers} flags={application.flags} whose="The profile" />
      <section aria-labelledby="words" className="stack--tight">
        <h2 id="words">Resume and cover note</h2>
        {resumeFilename ? (
          <p>
            <a className="download" download href={`/employer/applications/${id}/resume`}>
              <Icon name="download" />
              Download resume
            </a>{" "}
            <span className="soft">{resumeFilename}. The applicant sees when it is opened.</span>
          </p>
        ) : (
          <p className="soft">No resume was sent.</p>
        )}
        {coverNote ? (
          <p className="written cover-note">{coverNote}</p>
        ) : (
          <p className="soft">No cover note.</p>
        )}
      </section>
      <section aria-labelledby="profile">
        <h2 id="profile">Profile as it was sent</h2>
        <ProfileSheet profile={sent} />
      </section>
    </>
  );
}

function Withdrawn() {
  return (
    <Notice title="The applicant withdrew" tone="info">
      <p>The profile, the resume, the cover note and your notes have been removed.</p>
    </Notice>
  );
}
