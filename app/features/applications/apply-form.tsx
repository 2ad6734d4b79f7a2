import { Form, Link, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Conditions } from "#app/components/conditions.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { TextField } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MatchLedger } from "#app/components/match-ledger.tsx";
import { MatchSentence } from "#app/components/match-sentence.tsx";
import { useAutosave } from "#app/components/use-autosave.ts";
import { dateWords } from "#app/components/when-words.ts";
import type { CompletenessPart } from "#app/domain/profile-completeness.ts";
import { NO_RESUME, UPLOAD_RESUME } from "./application-limits.ts";
import { CoverNote } from "./cover-note.tsx";
import { LastCoverNote } from "./last-cover-note.tsx";
import { ProfileSheet } from "./profile-sheet.tsx";
import { QuestionFields, questionLabels } from "./question-fields.tsx";
import type { ApplyForm, ApplyJob } from "./read-apply-page.server.ts";

/** The first screen: what goes along, and what the applicant adds. Nothing is sent from here. */
export function ApplyFirstStep({
  job,
  page,
  form,
}: {
  job: ApplyJob;
  page: ApplyForm;
  form: FormState | null;
}) {
  const busy = useNavigation().formMethod === "POST";
  const element = useRef<HTMLFormElement>(null);
  const kept = useAutosave(element, `/jobs/${job.slug}/apply/draft`);
  if (isRefused(page)) return <NotYet form={form} job={job} page={page} />;
  return (
    <>
      {page.conditions.words.length > 0 ? (
        <section aria-labelledby="conditions">
          <h2 id="conditions">Conditions</h2>
          <Conditions {...page.conditions} returnTo={`/jobs/${job.slug}/apply`} />
        </section>
      ) : null}
      <section aria-labelledby="seen">
        <h2 id="seen">What the employer will see</h2>
        <div className="stack--tight">
          <MatchSentence match={page.match} />
          {page.conditions.words.length === 0 ? <Gaps gaps={page.gaps} slug={job.slug} /> : null}
          <Disclosure summary="How you compare, line by line">
            <MatchLedger match={page.match} />
          </Disclosure>
          <Disclosure summary="Your profile as it will be sent">
            <p className="soft small">
              Sent with your name and email. Your member numbers are never sent.
            </p>
            <ProfileSheet profile={page.profile} />
          </Disclosure>
        </div>
      </section>
      <Form className="form" encType="multipart/form-data" method="post" ref={element}>
        {/* Enter in a text box presses the first button of a form. */}
        <button
          aria-hidden="true"
          className="visually-hidden"
          name="intent"
          tabIndex={-1}
          type="submit"
          value="review"
        >
          Review application
        </button>
        <FormSummary
          form={form}
          labels={{
            resumeId: "Resume",
            resume: "Resume file",
            ...questionLabels(page.questions),
          }}
        />
        <HiddenFields form={form} page={page} />
        <QuestionFields form={form} questions={page.questions} />
        <section aria-labelledby="yours" className="form-section">
          <h2 id="yours">What you add</h2>
          <RadioGroup
            defaultValue={page.resumes[0]?.id}
            form={form}
            legend="Resume"
            name="resumeId"
            options={resumeOptions(page)}
          />
          <TextField
            accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            form={form}
            hint="PDF or Word (.docx), at most 5 MB. It is kept with your resumes and used for this application."
            label="Upload a resume"
            name="resume"
            required={false}
            type="file"
            width="medium"
          />
          <CoverNote form={form} key={form ? firstValue(form.values, "coverNote") : ""} />
          <LastCoverNote last={page.lastCoverNote} />
        </section>
        <div className="form-actions">
          <Button disabled={busy} name="intent" value="review">
            Review application
          </Button>
          <Link to={`/jobs/${job.slug}`}>Back to the job</Link>
          {kept === "kept" ? (
            <span className="soft small" role="status">
              Kept. You can go on later, on any device.
            </span>
          ) : null}
        </div>
      </Form>
    </>
  );
}

/** Whether the employer takes no application of this profile as it is. */
export const isRefused = ({ conditions: { effect, lacks } }: ApplyForm): boolean =>
  effect === "refuse" && lacks.length > 0;

/** What has to be mended first. What was typed before is kept as a draft. */
function NotYet({ job, page, form }: { job: ApplyJob; page: ApplyForm; form: FormState | null }) {
  const here = `/jobs/${job.slug}/apply`;
  return (
    <div className="stack">
      <FormSummary form={form} />
      <section aria-labelledby="conditions">
        <h2 id="conditions">You cannot apply yet</h2>
        <Conditions {...page.conditions} returnTo={here} />
      </section>
      <p>If your profile leaves something out that you have, add it and come back.</p>
      <div className="cluster">
        <ButtonLink to={`/applicant/profile?returnTo=${encodeURIComponent(here)}`}>
          Edit your profile
        </ButtonLink>
        <ButtonLink to="/jobs" variant="secondary">
          Search other jobs
        </ButtonLink>
      </div>
    </div>
  );
}

/** Fields that travel through both screens. The key of the first render stays the key. */
export function HiddenFields({ form, page }: { form: FormState | null; page: ApplyForm }) {
  const key = form ? firstValue(form.values, "idempotencyKey") : "";
  return (
    <>
      <input defaultValue={key || page.idempotencyKey} name="idempotencyKey" type="hidden" />
      <input name="profileVersion" type="hidden" value={page.profileVersion} />
    </>
  );
}

const resumeOptions = ({ resumes }: ApplyForm) => [
  ...resumes.map(({ id, filename, addedAt }) => ({
    value: id,
    label: filename,
    hint: `Added ${dateWords(addedAt)}`,
  })),
  { value: UPLOAD_RESUME, label: "Send the file I choose below" },
  { value: NO_RESUME, label: "Send no resume" },
];

function Gaps({ gaps, slug }: { gaps: readonly CompletenessPart[]; slug: string }) {
  if (gaps.length === 0) return null;
  const back = `/applicant/profile?returnTo=${encodeURIComponent(`/jobs/${slug}/apply`)}`;
  return (
    <div className="apply-gaps">
      <p>
        You can apply with your profile as it is. It lacks{" "}
        {gaps.length === 1 ? "one thing" : `${gaps.length} things`} employers look for:
      </p>
      <ul>
        {gaps.map(({ section, label, buys }) => (
          <li key={label}>
            <Link to={`${back}#${section}`}>{label}</Link>
            <span className="soft small"> {buys}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
