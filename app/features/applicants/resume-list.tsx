import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Icon } from "#app/components/icon.tsx";
import { When } from "#app/components/when.tsx";

export interface ResumeItem {
  id: string;
  filename: string;
  byteSize: number;
  /** ISO 8601. */
  createdAt: string;
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
      {resumes.map(({ id, filename, byteSize, createdAt }) => (
        <li className="resume-list__item" key={id}>
          <Icon name="file" />
          <div className="resume-list__words">
            <a download href={`/applicant/resumes/${id}`}>
              {filename}
            </a>
            <span className="soft small">
              {sizeWords(byteSize)}, added <When at={createdAt} />
            </span>
          </div>
          <Form method="post">
            <input name="resumeId" type="hidden" value={id} />
            <Button
              aria-label={`Remove ${filename}`}
              name="intent"
              size="small"
              value="remove"
              variant="quiet"
            >
              <Icon name="trash" />
              Remove
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en-US")} KB`;
