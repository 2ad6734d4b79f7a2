import type { FormErrors } from "#app/components/form-state.ts";
import { Icon } from "#app/components/icon.tsx";
import { JOB_SECTIONS, todoBySection } from "./job-sections.ts";

/** The form's sections with what each still needs; it stays in view beside the form. */
export function SectionList({ todo }: { todo: FormErrors }) {
  const left = todoBySection(todo);
  const total = Object.values(left).reduce((sum, count) => sum + count, 0);
  return (
    <nav aria-label="Sections of this form" className="section-list">
      <p className="section-list__sum">
        {total === 0
          ? "Ready to publish"
          : total === 1
            ? "1 field to go before you can publish"
            : `${total} fields to go before you can publish`}
      </p>
      <ol>
        {JOB_SECTIONS.map(({ id, title }) => {
          const count = left[id] ?? 0;
          return (
            <li data-done={count === 0} key={id}>
              <a href={`#section-${id}`}>
                <Icon name={count === 0 ? "circle-check" : "circle-dashed"} />
                <span>
                  {title}
                  <span className={count === 0 ? "visually-hidden" : "section-list__count"}>
                    {count === 0 ? ", complete" : ` ${count} to go`}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
