import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { chooseDefaultResume } from "#app/features/applicants/choose-default-resume.server.ts";
import { nameResume } from "#app/features/applicants/name-resume.server.ts";
import { removeResume } from "#app/features/applicants/remove-resume.server.ts";
import { readResumeForm } from "#app/features/applicants/resume-form.server.ts";
import { ResumeList } from "#app/features/applicants/resume-list.tsx";
import { ResumeUpload } from "#app/features/applicants/resume-upload.tsx";
import { uploadResume } from "#app/features/applicants/upload-resume.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { listResumes } from "#db/queries/resumes.ts";

const DONE: Partial<Record<string, string>> = {
  uploaded: "Resume uploaded",
  removed: "Resume removed. Applications that carry it keep their copy.",
  renamed: "Resume renamed. Applications that carry it keep the name it had.",
  default: "Your applications now start with this resume.",
};

export const meta: MetaFunction = () => [{ title: "Resumes · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const resumes = await listResumes(context.deps.db, viewer.userId);
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return {
    done: DONE[done] ?? null,
    resumes: resumes.map(({ id, filename, byteSize, createdAt, isDefault }) => ({
      id,
      filename,
      byteSize,
      isDefault,
      createdAt: createdAt.toISOString(),
    })),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const asked = await readResumeForm(request);
  if (asked.intent === "remove") {
    await removeResume(context.deps, { userId, resumeId: uuidParam(asked.resumeId) });
    return redirect("/applicant/resumes?done=removed", 303);
  }
  if (asked.intent === "default") {
    await chooseDefaultResume(context.deps, { userId, resumeId: uuidParam(asked.resumeId) });
    return redirect("/applicant/resumes?done=default", 303);
  }
  if (asked.intent === "rename") {
    const { name } = asked;
    await nameResume(context.deps, { userId, resumeId: uuidParam(asked.resumeId), name });
    return redirect("/applicant/resumes?done=renamed", 303);
  }
  const refuse = (sentence: string, status: number) =>
    data({ form: { values: {}, errors: { resume: [sentence] } } }, { status });
  if (asked.intent === "refused") return refuse(asked.sentence, asked.status);
  const uploaded = await uploadResume(context.deps, { userId, ...asked.file });
  if (!uploaded.ok) return refuse(uploaded.sentence, 422);
  return redirect("/applicant/resumes?done=uploaded", 303);
});

export default function Resumes() {
  const { resumes, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/profile", label: "Your profile" }}
        lede="Kept privately. An employer receives one only when you attach it to an application."
        title="Your resumes"
      />
      {done && !answer ? <Notice title={done} tone="success" /> : null}
      <ResumeList resumes={resumes} />
      <section aria-labelledby="add-resume" className="stack stack--tight">
        <h2 id="add-resume">Add a resume</h2>
        {/* A new key after each upload: the chosen file must not be sent twice. */}
        <ResumeUpload form={answer?.form} key={resumes[0]?.id ?? "none"} />
      </section>
    </div>
  );
}
