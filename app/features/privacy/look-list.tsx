import { Link } from "@remix-run/react";
import { When } from "#app/components/when.tsx";
import type { LookLine } from "./read-looks.server.ts";

const WHAT: Record<LookLine["kind"], string> = {
  profile: "looked at your profile",
  resume: "opened your resume",
  "application-resume": "opened the resume you sent",
};

/** Who looked, when. */
export function LookList({ looks }: { looks: readonly LookLine[] }) {
  return (
    <ul className="mark-list">
      {looks.map(({ kind, at, employerName, employerSlug, jobTitle }) => (
        <li key={`${kind} ${at} ${employerSlug}`}>
          <span>
            <Link to={`/employers/${employerSlug}`}>{employerName}</Link> {WHAT[kind]}
            {jobTitle ? ` for “${jobTitle}”` : null}
          </span>
          <span className="soft small">
            <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
