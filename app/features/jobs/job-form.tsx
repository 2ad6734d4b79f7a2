import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { RequirementsPicker } from "#app/components/family-picker/requirements-picker.tsx";
import type { FormErrors, FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MarkdownField } from "#app/components/markdown-field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { BasicsSection } from "./basics-section.tsx";
import { ClosingSection } from "./closing-section.tsx";
import { CredentialsSection } from "./credentials-section.tsx";
import { FormSection } from "./form-section.tsx";
import type { JobFormAnswer } from "./job-form-answer.ts";
import { JOB_LABELS, labelsFor } from "./job-sections.ts";
import { MeasureSection } from "./measure-section.tsx";
import { PaySection } from "./pay-section.tsx";
import { PlaceSection } from "./place-section.tsx";
import { SaveBar } from "./save-bar.tsx";
import { ScreeningSection } from "./screening-section.tsx";
import { SectionList } from "./section-list.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useLateSave } from "./use-late-save.ts";

export interface JobFormProps {
  /** null while the job is only a page. */
  jobId: string | null;
  version: number;
  /** True once people can see the job: saving keeps changes beside it until they are published. */
  isPublic: boolean;
  /** Values as typed or stored. */
  form: FormState;
  todo: FormErrors;
  days: { first: string; last: string };
  idempotencyKey: string;
  /** Whom a new job is for. */
  employerId?: string | undefined;
  answer: JobFormAnswer | null;
}

/** The posting form: every field of a job, saved as it is typed. */
export function JobForm(props: JobFormProps) {
  return <SavedForm {...props} key={useLateSave(props.jobId, props.version)} />;
}

function SavedForm(props: JobFormProps) {
  const { answer, days, idempotencyKey, isPublic, employerId } = props;
  const node = useRef<HTMLFormElement>(null);
  const seenVersion = Math.max(props.version, answer?.version ?? 0);
  const autosave = useAutosave(node, answer?.jobId ?? props.jobId, seenVersion);
  const { jobId, version, resume } = autosave;
  const action = jobId ? `/employer/jobs/${jobId}/edit` : "/employer/jobs/new";

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer or version means that the page has stayed
  useEffect(resume, [props.version, answer, resume]);
  useEffect(() => {
    // The draft has an address of its own by now: a reload must lead there, without disturbing what is being typed.
    if (window.location.pathname !== action)
      window.history.replaceState(window.history.state, "", action);
  }, [action]);

  const form = answer?.form ?? props.form;
  const todo = autosave.todo ?? answer?.todo ?? props.todo;
  return (
    <Form
      action={action}
      className="job-form"
      method="post"
      noValidate
      onChange={autosave.onTouch}
      onClick={autosave.onTouch}
      onInput={autosave.onTouch}
      onKeyUp={autosave.onTouch}
      onSubmit={autosave.onSubmit}
      ref={node}
    >
      <input name="version" type="hidden" value={version} />
      <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
      {employerId ? <input name="employerId" type="hidden" value={employerId} /> : null}
      <button
        aria-hidden="true"
        className="visually-hidden"
        name="intent"
        tabIndex={-1}
        type="submit"
        value="save-draft"
      />
      <SectionList todo={todo} />
      <div className="job-form__body">
        <FormSummary form={form} labels={labelsFor(form.errors)} />
        {answer?.conflict || autosave.conflict ? (
          <Notice title="Somebody else changed this job" tone="warning">
            {jobId ? (
              <Link rel="noopener" target="_blank" to={`/employer/jobs/${jobId}`}>
                See the job as it is now (opens a new tab)
              </Link>
            ) : null}
          </Notice>
        ) : null}
        <BasicsSection form={form} />
        <FormSection
          id="families"
          lede="What people must have coded, or better have. This is what we match coders by: be exact, and ask only for what the work needs."
        >
          <RequirementsPicker defaultValues={[]} form={form} found={answer?.found} />
        </FormSection>
        <CredentialsSection form={form} />
        <PlaceSection form={form} />
        <PaySection form={form} />
        <MeasureSection form={form} />
        <FormSection id="description">
          <MarkdownField
            form={form}
            hint="The queue, the team, the test and the steps to an offer. Leave out what the fields above already say."
            label={JOB_LABELS.description}
            maxLength={12_000}
            name="description"
            preview={answer?.preview ?? null}
            previewAction="/employer/text-preview"
            required
            rows={14}
          />
        </FormSection>
        <ScreeningSection form={form} />
        <ClosingSection days={days} form={form} />
        <SaveBar isPublic={isPublic} state={autosave.state} />
      </div>
    </Form>
  );
}

/** What is offered when unpublished changes are waiting beside a public job. */
export function PendingChanges({ jobId, version }: { jobId: string; version: number }) {
  return (
    <Notice title="These changes are not public yet" tone="info">
      <p>
        People still see the job as it was. Publish the changes at the end of this form, or drop
        them.
      </p>
      <Form action={`/employer/jobs/${jobId}/edit`} method="post">
        <input name="version" type="hidden" value={version} />
        <Button name="intent" size="small" value="drop-changes" variant="secondary">
          Drop the changes
        </Button>
      </Form>
    </Notice>
  );
}
