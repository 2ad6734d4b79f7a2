import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MatchSentence } from "#app/components/match-sentence.tsx";
import { Notice } from "#app/components/notice.tsx";
import { HiddenFields } from "./apply-form.tsx";
import { ProfileSheet } from "./profile-sheet.tsx";
import type { ApplyForm, ApplyJob } from "./read-apply-page.server.ts";

/** The second screen: everything as it will leave, and the one button that sends it. */
export function ApplyReview({
  job,
  page,
  form,
}: {
  job: ApplyJob;
  page: ApplyForm;
  form: FormState;
}) {
  const busy = useNavigation().formMethod === "POST";
  const coverNote = firstValue(form.values, "coverNote");
  const resumeId = firstValue(form.values, "resumeId");
  const resume = page.resumes.find(({ id }) => id === resumeId);
  return (
    <>
      <FormSummary form={form} />
      <Facts
        items={[
          { term: "Job", detail: job.title },
          { term: "Employer", detail: job.employerName },
          { term: "Sent as", detail: `${page.profile.name}, ${page.profile.email}` },
          { term: "Resume", detail: resume?.filename ?? "None" },
          {
            term: "Cover note",
            detail: coverNote ? <p className="written">{coverNote}</p> : "None",
          },
          ...page.questions.map(({ id, prompt }) => ({
            term: prompt,
            detail: answerOf(form, id) || "Not answered",
          })),
          { term: "Match", detail: <MatchSentence match={page.match} /> },
        ]}
      />
      {page.conditions.lacks.length > 0 ? (
        <Notice title="The employer will see what your profile does not show" tone="warning">
          <ul>
            {page.conditions.lacks.map(({ rule, asked }) => (
              <li key={rule}>{asked}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <section aria-labelledby="profile">
        <h2 id="profile">Your profile, as it will be sent</h2>
        <p className="soft">
          A copy is taken now: what you change later does not change this application.
        </p>
        <ProfileSheet profile={page.profile} />
      </section>
      <section aria-labelledby="next" className="stack--tight">
        <h2 id="next">What happens next</h2>
        <ul className="plain-list">
          <li>You get a mail that confirms it, and one each time the employer answers.</li>
          <li>{promise(job)}</li>
          <li>You see when your resume is opened, and you can withdraw while it is open.</li>
        </ul>
      </section>
      <Form className="form-actions" method="post">
        <HiddenFields form={form} page={page} />
        <input name="resumeId" type="hidden" value={resumeId} />
        <input name="coverNote" type="hidden" value={coverNote} />
        {page.questions.map(({ id }) => (
          <input key={id} name={`answers.${id}`} type="hidden" value={answerOf(form, id)} />
        ))}
        <Button disabled={busy} name="intent" value="send">
          Send application
        </Button>
        <Button disabled={busy} name="intent" value="edit" variant="secondary">
          Change something
        </Button>
      </Form>
    </>
  );
}

const answerOf = ({ values }: FormState, id: string): string => firstValue(values, `answers.${id}`);

function promise({ employerName, replyByDays }: ApplyJob): string {
  if (replyByDays === null) return `${employerName} has not named a day to answer by.`;
  const days = replyByDays === 1 ? "1 day" : `${replyByDays} days`;
  return `${employerName} promises an answer within ${days}.`;
}
