import { Link } from "@remix-run/react";
import type { FormState } from "#app/components/form-state.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import type { Thread } from "./read-thread.server.ts";
import { ThreadPanel } from "./thread-panel.tsx";

/** A thread on a page of its own: where mails lead, and where all of a long one can be read. */
export function ThreadPage({
  thread,
  form,
  filled = null,
}: {
  thread: Thread;
  form: FormState | null;
  filled?: string | null;
}) {
  const { side, applicationId, other, jobTitle, page, pageCount } = thread;
  const base = `/${side}/applications/${applicationId}`;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/${side}/messages`, label: "All messages" }}
        lede={
          <>
            About <Link to={base}>{jobTitle}</Link>
          </>
        }
        title={other}
      />
      <ThreadPanel filled={filled} form={form} from="thread" thread={thread} />
      <Pagination
        hrefFor={(number) => `${base}/messages?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
