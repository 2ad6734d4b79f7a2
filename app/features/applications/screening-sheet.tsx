import { Facts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { Lack } from "#app/domain/knock-outs.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";

/** The answers that went with an application, and the conditions its profile did not meet; nothing without either. */
export function ScreeningSheet({
  answers,
  flags,
  whose,
}: {
  answers: readonly ScreeningAnswer[];
  flags: readonly Lack[];
  /** "Your profile" or "The profile". */
  whose: string;
}) {
  if (answers.length === 0 && flags.length === 0) return null;
  return (
    <section aria-labelledby="screening" className="stack--tight">
      <h2 id="screening">Questions and conditions</h2>
      {flags.length > 0 ? (
        <Notice title={`${whose} did not show everything asked for`} tone="warning">
          <ul>
            {flags.map(({ rule, asked, has }) => (
              <li key={rule}>
                <strong>{asked}.</strong> {has}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {answers.length > 0 ? (
        <Facts
          items={answers.map(({ prompt, answer }) => ({
            term: prompt,
            detail: answer ? <span className="written">{answer}</span> : "Not answered",
          }))}
        />
      ) : null}
    </section>
  );
}
