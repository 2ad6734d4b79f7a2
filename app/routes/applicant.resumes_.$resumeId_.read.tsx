import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ProposalReview } from "#app/features/applicants/proposals/proposal-review.tsx";
import { UnsavedNotice } from "#app/features/applicants/proposals/unsaved-notice.tsx";
import { acceptFromReading } from "#app/features/applicants/resume-reading/accept-from-reading.server.ts";
import { readReadingPage } from "#app/features/applicants/resume-reading/read-reading-page.server.ts";
import {
  AskForReading,
  ReadingUnderWay,
} from "#app/features/applicants/resume-reading/reading-status.tsx";
import { requestResumeReading } from "#app/features/applicants/resume-reading/request-reading.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Read your resume · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const resumeId = uuidParam(params.resumeId);
  const page = await readReadingPage(context.deps, { userId, resumeId });
  return { ...page, tickAll: new URL(request.url).searchParams.get("tick") === "all" };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const resumeId = uuidParam(params.resumeId);
  const form = await readForm(request);
  if (form.get("intent") === "read") {
    await requestResumeReading(context.deps, { userId, resumeId });
    return redirect(`/applicant/resumes/${resumeId}/read`, 303);
  }
  const answer = await acceptFromReading(context.deps, { userId, resumeId, form });
  if (answer.ok) return redirect("/applicant/profile?saved", 303);
  return data({ form: answer.form }, { status: answer.status });
});

export default function ReadResume() {
  const { resume, reading, items, version, isDraft, tickAll } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/applicant/resumes", label: "Your resumes" }}
        lede={
          <>
            What <strong>{resume.filename}</strong> says that your profile has a place for. You
            decide what goes in.
          </>
        }
        title="From your resume to your profile"
      />
      {isDraft ? <UnsavedNotice /> : null}
      {reading.state === "none" ? <AskForReading words="Read my resume" /> : null}
      {reading.state === "waiting" || reading.state === "late" ? (
        <ReadingUnderWay isLate={reading.state === "late"} />
      ) : null}
      {reading.state === "unreadable" ? (
        <Notice title="We could not read this resume" tone="warning">
          {reading.failure} <Link to="/applicant/resumes">Your resumes</Link>
        </Notice>
      ) : null}
      {reading.isCut ? (
        <Notice tone="info">This file is long: we read its first pages only.</Notice>
      ) : null}
      {reading.state === "read" && items.length === 0 ? (
        <EmptyState title="Nothing found for your profile">
          We found neither credentials nor code families, software or dated jobs in it. Fill in your
          profile by hand.
        </EmptyState>
      ) : null}
      {reading.state === "read" && items.length > 0 ? (
        <ProposalReview
          form={answer?.form ?? null}
          items={items}
          tickAll={tickAll}
          version={version}
        />
      ) : null}
    </div>
  );
}
