import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { Icon, type IconName } from "#app/components/icon.tsx";
import { When } from "#app/components/when.tsx";

export interface ResumeItem {
  id: string;
  filename: string;
  byteSize: number;
  /** ISO 8601. */
  createdAt: string;
  isDefault: boolean;
}

/** An applicant's résumés with a download and a removal each. */
export function ResumeList({ resumes }: { resumes: readonly ResumeItem[] }) {
  if (resumes.length === 0) {
    return (
      <EmptyState title="No resume yet">
        Your profile alone is enough to apply. A resume is for employers who still file one.
      </EmptyState>
    );
  }
  return (
    <ul className="resume-list">
      {resumes.map((resume) => (
        <Resume isOnly={resumes.length === 1} key={resume.id} resume={resume} />
      ))}
    </ul>
  );
}

function Resume({
  resume: { id, filename, byteSize, createdAt, isDefault },
  isOnly,
}: {
  resume: ResumeItem;
  isOnly: boolean;
}) {
  return (
    <li className="resume-list__item">
      <Icon name="file" />
      <div className="resume-list__words">
        <a download href={`/applicant/resumes/${id}`}>
          {filename}
        </a>
        <span className="soft small">
          {sizeWords(byteSize)}, added <When at={createdAt} />
        </span>
        {isDefault ? <Badge tone="accent">Your applications start with it</Badge> : null}
        <Link className="small" to={`/applicant/resumes/${id}/read`}>
          Use it to fill in your profile<span className="visually-hidden">: {filename}</span>
        </Link>
      </div>
      <div className="resume-list__actions">
        {isDefault || isOnly ? null : (
          <ResumeButton filename={filename} id={id} intent="default" words="Start with this one" />
        )}
        <ResumeButton filename={filename} icon="trash" id={id} intent="remove" words="Remove" />
      </div>
      <div className="resume-list__rename">
        <Disclosure summary={`Rename ${filename}`}>
          <Form className="cluster" method="post">
            <input name="resumeId" type="hidden" value={id} />
            <TextField
              defaultValue={filename.replace(/\.(pdf|docx)$/i, "")}
              label={`New name of ${filename}`}
              maxLength={95}
              name="name"
              required
              width="medium"
            />
            <Button name="intent" size="small" value="rename" variant="secondary">
              Rename
            </Button>
          </Form>
        </Disclosure>
      </div>
    </li>
  );
}

function ResumeButton({
  id,
  filename,
  intent,
  words,
  icon,
}: {
  id: string;
  filename: string;
  intent: string;
  words: string;
  icon?: IconName;
}) {
  return (
    <Form method="post">
      <input name="resumeId" type="hidden" value={id} />
      <Button
        aria-label={`${words} ${filename}`}
        name="intent"
        size="small"
        value={intent}
        variant="quiet"
      >
        {icon ? <Icon name={icon} /> : null}
        {words}
      </Button>
    </Form>
  );
}

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en-US")} KB`;
