import { Disclosure } from "#app/components/disclosure.tsx";
import { Icon } from "#app/components/icon.tsx";
import type { Completeness, CompletenessPart } from "#app/domain/profile-completeness.ts";

const SHOWN = 3;

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
        Profile <span className="figure">{percent}%</span> complete
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
        <>
          <Parts base={base} parts={missing.slice(0, SHOWN)} />
          {missing.length > SHOWN ? (
            <Disclosure summary={`${missing.length - SHOWN} more`}>
              <Parts base={base} parts={missing.slice(SHOWN)} />
            </Disclosure>
          ) : null}
        </>
      )}
    </section>
  );
}

function Parts({ base, parts }: { base: string; parts: readonly CompletenessPart[] }) {
  return (
    <ul className="profile-meter__parts">
      {parts.map(({ section, label, buys }) => (
        <li key={label}>
          <a href={`${base}#${section}`}>{label}</a>
          <span className="profile-meter__buys">{buys}</span>
        </li>
      ))}
    </ul>
  );
}
