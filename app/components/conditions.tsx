import { Link } from "@remix-run/react";
import type { KnockOutEffect, Lack } from "#app/domain/knock-outs.ts";
import { Notice } from "./notice.tsx";

/**
 * What an employer insists on, and how the reader's profile stands to it. `lacks` is null while nobody knows the
 * profile; `returnTo` is where mending it leads back to.
 */
export function Conditions({
  words,
  effect,
  lacks,
  returnTo,
}: {
  words: readonly string[];
  effect: KnockOutEffect;
  lacks: readonly Lack[] | null;
  returnTo: string;
}) {
  if (words.length === 0) return null;
  return (
    <div className="conditions stack--tight">
      <p>
        {effect === "refuse"
          ? "The employer takes applications only from profiles that show all of this:"
          : "The employer asks profiles to show all of this. You can apply without it; the employer then sees what is missing:"}
      </p>
      <ul className="plain-list">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {lacks?.length === 0 ? <p>Your profile shows all of it.</p> : null}
      {lacks && lacks.length > 0 ? (
        <Lacks effect={effect} lacks={lacks} returnTo={returnTo} />
      ) : null}
    </div>
  );
}

function Lacks({
  effect,
  lacks,
  returnTo,
}: {
  effect: KnockOutEffect;
  lacks: readonly Lack[];
  returnTo: string;
}) {
  const profile = `/applicant/profile?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <Notice
      title={effect === "refuse" ? "Here is what you lack to apply" : "Here is what you lack"}
      tone="warning"
    >
      <ul className="conditions__lacks">
        {lacks.map(({ rule, asked, has, section }) => (
          <li key={rule}>
            <strong>{asked}.</strong> Your profile {lowerFirst(has)}{" "}
            <Link aria-label={`Edit your profile: ${asked}`} to={`${profile}#${section}`}>
              Edit your profile
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const lowerFirst = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
