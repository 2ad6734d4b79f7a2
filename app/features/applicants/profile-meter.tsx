import { Icon } from "#app/components/icon.tsx";
import type { Completeness } from "#app/domain/profile-completeness.ts";

/** How complete a profile is, and what each missing part would buy. `base` is the editor's address. */
export function ProfileMeter({
  completeness: { percent, parts },
  base = "",
}: {
  completeness: Completeness;
  base?: string;
}) {
  const missing = parts.filter(({ done }) => !done);
  return (
    <section aria-labelledby="completeness" className="profile-meter">
      <h2 id="completeness">
        <span className="figure">{percent}%</span> complete
      </h2>
      <meter className="profile-meter__bar" max={100} min={0} value={percent}>
        {percent}%
      </meter>
      {missing.length === 0 ? (
        <p className="profile-meter__whole">
          <Icon name="circle-check" />
          Everything an employer asks for first is here.
        </p>
      ) : (
        <ul className="profile-meter__parts">
          {missing.map(({ section, label, buys }) => (
            <li key={label}>
              <a href={`${base}#${section}`}>{label}</a>
              <span className="profile-meter__buys">{buys}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
