import type { Completeness } from "#app/domain/profile-completeness.ts";
import { SECTIONS } from "./profile-editor.tsx";
import { ProfileMeter } from "./profile-meter.tsx";

/** Beside the editor: how complete the profile is, and the way to each section. */
export function ProfileAside({ completeness }: { completeness: Completeness }) {
  return (
    <div className="profile-aside">
      <ProfileMeter completeness={completeness} />
      <nav aria-label="Sections of your profile" className="profile-aside__sections">
        <ul>
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
