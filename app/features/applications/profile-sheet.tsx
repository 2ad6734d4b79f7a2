import type { ReactNode } from "react";
import { Facts } from "#app/components/facts.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import type { SentProfile } from "./sent-profile.server.ts";

/** A profile as an employer reads it; the same sheet is the applicant's preview. `heading` is the level of its parts. */
export function ProfileSheet({
  profile,
  heading: Heading = "h3",
}: {
  profile: SentProfile;
  heading?: "h2" | "h3";
}) {
  const { facts, families, credentials, work, education, about } = profile;
  const part = (title: string, children: ReactNode) => (
    <section className="profile-sheet__part">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
  return (
    <div className="profile-sheet">
      {about ? part("About", <p className="written">{about}</p>) : null}
      {part(
        "Code families",
        families.length > 0 ? (
          <ul className="profile-sheet__families">
            {families.map(({ family, note, standing }) => (
              <li key={family.id}>
                <FamilyChip family={family} note={note} standing={standing ?? undefined} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">None stated.</p>
        ),
      )}
      {part(
        "Credentials",
        credentials.length > 0 ? (
          <ul className="profile-sheet__list">
            {credentials.map(({ code, name, issuer, standing, dates }) => (
              <li key={code}>
                <strong>{code}</strong> {standing}
                <div className="soft small">
                  {[name, issuer, dates].filter(Boolean).join(" · ")}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">None stated.</p>
        ),
      )}
      {facts.length > 0 ? part("Work wanted", <Facts items={facts} />) : null}
      {work.length > 0
        ? part(
            "Work history",
            <ul className="profile-sheet__list">
              {work.map(({ key, title, employer, when, summary }) => (
                <li key={key}>
                  <strong>{title}</strong>
                  <div className="soft small">{[employer, when].filter(Boolean).join(" · ")}</div>
                  {summary ? <p className="written">{summary}</p> : null}
                </li>
              ))}
            </ul>,
          )
        : null}
      {education.length > 0
        ? part(
            "Education",
            <ul className="profile-sheet__list">
              {education.map(({ key, study, institution, detail }) => (
                <li key={key}>
                  <strong>{study || institution}</strong>
                  <div className="soft small">
                    {[study ? institution : "", detail].filter(Boolean).join(" · ")}
                  </div>
                </li>
              ))}
            </ul>,
          )
        : null}
    </div>
  );
}
