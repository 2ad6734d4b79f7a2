import { Icon } from "#app/components/icon.tsx";
import { isLeftOut, type JobMarks } from "#app/domain/job-mark.ts";
import { MarkButton } from "./job-mark-form.tsx";

interface MarkedJob {
  slug: string;
  title: string;
  employer: { name: string };
}

/** "Save", and for a signed-in applicant the ways to leave a job out. `marks` is null for anyone without an account. */
export function MarkButtons({ job, marks }: { job: MarkedJob; marks: JobMarks | null }) {
  return (
    <div className="mark-buttons">
      <SaveButton job={job} saved={marks?.saved ?? false} />
      {marks ? <LeaveOutButtons job={job} marks={marks} /> : null}
    </div>
  );
}

function SaveButton({ job, saved }: { job: MarkedJob; saved: boolean }) {
  return (
    <MarkButton className="mark-button" mark={saved ? "unsave" : "save"} slug={job.slug}>
      <Icon name={saved ? "check" : "bookmark"} />
      {saved ? "Saved" : "Save"}
      <span className="visually-hidden">
        {" "}
        {job.title}
        {saved ? ", take it off your list" : ""}
      </span>
    </MarkButton>
  );
}

function LeaveOutButtons({ job, marks }: { job: MarkedJob; marks: JobMarks }) {
  const { slug, title, employer } = job;
  if (isLeftOut(marks)) {
    return (
      <>
        {marks.hidden ? (
          <MarkButton className="mark-button" mark="unhide" slug={slug}>
            Show again<span className="visually-hidden"> {title}</span>
          </MarkButton>
        ) : null}
        {marks.employerMuted ? (
          <MarkButton className="mark-button" mark="unmute-employer" slug={slug}>
            Unmute {employer.name}
          </MarkButton>
        ) : null}
        {marks.kindMuted ? (
          <MarkButton className="mark-button" mark="unmute-kind" slug={slug}>
            Unmute staffing agencies
          </MarkButton>
        ) : null}
      </>
    );
  }
  return (
    // One open at a time: the name makes them take turns.
    <details className="mark-more" name="mark-more">
      <summary className="mark-button">
        Not for me<span className="visually-hidden">: {title}</span>
      </summary>
      <ul className="mark-more__choices">
        <li>
          <MarkButton className="mark-button" mark="hide" slug={slug}>
            Hide this job
          </MarkButton>
        </li>
        <li>
          <MarkButton className="mark-button" mark="mute-employer" slug={slug}>
            Mute {employer.name}
          </MarkButton>
        </li>
        {marks.agency ? (
          <li>
            <MarkButton className="mark-button" mark="mute-kind" slug={slug}>
              Mute all staffing agencies
            </MarkButton>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
