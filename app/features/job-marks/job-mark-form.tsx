import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { JobMark } from "#app/domain/job-mark.ts";
import type { MarkDone } from "./mark-job.server.ts";

const FORM_ID = "job-marks";

/**
 * The one form behind every mark button of a page, and what the last one did. It stands outside the search form, which
 * could not hold another. Keyed by the address: the notice goes when the person goes on.
 */
export function JobMarkForm({ marked }: { marked: MarkDone | null }) {
  const { key } = useLocation();
  return <KeyedForm key={key} marked={marked} />;
}

function KeyedForm({ marked }: { marked: MarkDone | null }) {
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<{ marked: MarkDone } | { refusal: string }>();
  const hydrated = useHydrated();
  const answer = fetcher.data;
  const done = answer && "marked" in answer ? answer.marked : answer ? null : marked;
  return (
    <>
      <fetcher.Form action="/jobs" id={FORM_ID} method="post">
        <input name="returnTo" type="hidden" value={withoutMarked(pathname, search)} />
        {hydrated ? <input name="answer" type="hidden" value="data" /> : null}
      </fetcher.Form>
      <div aria-live="polite">
        {done ? <Done done={done} isFresh={answer !== undefined} /> : null}
        {answer && "refusal" in answer ? <p className="mark-notice">{answer.refusal}</p> : null}
      </div>
    </>
  );
}

function Done({ done, isFresh }: { done: MarkDone; isFresh: boolean }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may have gone with its row.
    if (isFresh && document.activeElement === document.body) {
      notice.current?.querySelector("button")?.focus();
    }
  });
  return (
    <div className="mark-notice" ref={notice}>
      <Icon name="check" />
      <p>{done.sentence}</p>
      <MarkButton
        className="button button--small button--secondary"
        mark={done.undo}
        slug={done.slug}
      >
        Undo
      </MarkButton>
    </div>
  );
}

/** A button that marks a job; it needs a `JobMarkForm` on the page. */
export function MarkButton({
  mark,
  slug,
  className,
  children,
}: {
  mark: JobMark;
  slug: string;
  className: string;
  children: React.ReactNode;
}) {
  return (
    <button
      className={className}
      form={FORM_ID}
      formAction={`/jobs/${slug}/marks`}
      name="intent"
      type="submit"
      value={mark}
    >
      {children}
    </button>
  );
}

function withoutMarked(pathname: string, search: string): string {
  const params = new URLSearchParams(search);
  params.delete("marked");
  const rest = params.toString();
  return rest ? `${pathname}?${rest}` : pathname;
}
