import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MatchStanding } from "#app/domain/match.ts";
import type { RequirementLevel } from "#app/domain/requirement.ts";
import type { FamilySummary } from "#app/domain/taxonomy/code-families.ts";
import { Icon, type IconName } from "./icon.tsx";

const STANDINGS: Record<Exclude<MatchStanding, "not-asked">, { icon: IconName; words: string }> = {
  covered: { icon: "circle-check", words: "Covered" },
  partly: { icon: "circle-dot", words: "Partly" },
  missing: { icon: "circle-dashed", words: "Missing" },
};

/**
 * A code family as it looks everywhere: range, label, system, then whether it is a must, how the viewer's
 * experience stands to it and a note ("5 years", "3 years asked"). With `to` it is a link.
 */
export function FamilyChip({
  family,
  level,
  standing,
  note,
  to,
}: {
  family: FamilySummary;
  level?: RequirementLevel | undefined;
  standing?: MatchStanding | undefined;
  note?: ReactNode;
  to?: string | undefined;
}) {
  const stand = standing && standing !== "not-asked" ? STANDINGS[standing] : null;
  const parts = (
    <>
      <span className="family-chip__range">{family.range}</span>{" "}
      <span className="family-chip__words">
        <span className="family-chip__label">{family.label}</span>{" "}
        <span className="family-chip__system">{family.systemLabel}</span>
        {level ? (
          <span className="family-chip__level"> {level === "must" ? "must" : "nice to have"}</span>
        ) : null}
        {note ? <span className="family-chip__note"> {note}</span> : null}
        {stand ? (
          <span className="family-chip__standing" data-standing={standing}>
            {" "}
            <Icon name={stand.icon} />
            {stand.words}
          </span>
        ) : null}
      </span>
    </>
  );
  const shared = {
    className: "family-chip",
    "data-level": level,
    "data-system": family.system,
  };
  return to ? (
    <Link {...shared} to={to}>
      {parts}
    </Link>
  ) : (
    <span {...shared}>{parts}</span>
  );
}
