import { Conditions } from "#app/components/conditions.tsx";
import type { JobPage } from "./job-page.server.ts";
import type { Standing } from "./read-job-page.server.ts";

/** What applying takes, said before anybody begins: the employer's conditions and its questions. */
export function ScreeningBlock({ job, standing }: { job: JobPage; standing: Standing }) {
  const { conditions, questions } = job;
  if (conditions.words.length === 0 && questions.length === 0) return null;
  return (
    <section aria-labelledby="screening-title" className="job-section">
      <h2 id="screening-title">What applying takes</h2>
      <Conditions
        {...conditions}
        lacks={standing.kind === "applicant" ? standing.lacks : null}
        returnTo={`/jobs/${job.slug}`}
      />
      {questions.length > 0 ? (
        <>
          <p>
            {questions.length === 1
              ? "You will be asked one question:"
              : `You will be asked ${questions.length} questions:`}
          </p>
          <ul className="plain-list">
            {questions.map(({ id, prompt, required }) => (
              <li key={id}>
                {prompt}
                {required ? null : <span className="soft"> (may stay open)</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
