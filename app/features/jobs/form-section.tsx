import type { ReactNode } from "react";
import { JOB_SECTIONS } from "./job-sections.ts";

/** One section of the job form under its heading, where the section list leads. */
export function FormSection({
  id,
  lede,
  children,
}: {
  id: string;
  lede?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="form-section job-form__section">
      <div>
        <h2 id={`section-${id}`}>{JOB_SECTIONS.find((section) => section.id === id)?.title}</h2>
        {lede ? <p className="soft">{lede}</p> : null}
      </div>
      {children}
    </section>
  );
}
