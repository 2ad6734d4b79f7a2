import { Link } from "@remix-run/react";
import type { Match, MatchReason, MatchStanding } from "#app/domain/match.ts";
import { tracePoints } from "#app/domain/match-points.ts";
import { ASPECT_LABELS } from "#app/domain/match-weights.ts";
import { Icon, type IconName } from "./icon.tsx";

const STANDINGS: Record<Exclude<MatchStanding, "not-asked">, { icon: IconName; words: string }> = {
  covered: { icon: "circle-check", words: "Covered" },
  partly: { icon: "circle-dot", words: "Partly" },
  missing: { icon: "circle-dashed", words: "Missing" },
};

/**
 * A match as a small ledger: each thing asked beside what the applicant has, and how it stands in words. Things
 * the job does not ask for are left out. `have` names the applicant's column: "You have", "They have".
 */
export function MatchLedger({ match, have = "You have" }: { match: Match; have?: string }) {
  const asked = match.reasons.filter(({ standing }) => standing !== "not-asked");
  if (asked.length === 0) return <p className="soft">This job asks for nothing in particular.</p>;
  const traced = new Map(tracePoints(match).map((line) => [line.aspect, line]));
  return (
    <>
      <dl className="match-ledger">
        {asked.map((reason) => (
          <div className="match-ledger__line" key={reason.aspect}>
            <dt>
              {ASPECT_LABELS[reason.aspect]}
              <Standing standing={reason.standing} />
              <Points lost={traced.get(reason.aspect)?.lost} />
            </dt>
            <dd>
              <p>{reason.sentence}</p>
              {reason.families ? (
                <Families
                  families={reason.families}
                  have={have}
                  points={traced.get(reason.aspect)?.families}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {sumInWords(match.score)} <Link to="/how-matching-works">How the score works</Link>
      </p>
    </>
  );
}

function Points({ lost = 0 }: { lost: number | undefined }) {
  if (lost === 0) return null;
  return (
    <span className="match-ledger__points figure">
      &minus;{lost} {lost === 1 ? "point" : "points"}
    </span>
  );
}

function Standing({ standing }: { standing: MatchStanding }) {
  if (standing === "not-asked") return null;
  const { icon, words } = STANDINGS[standing];
  return (
    <span className="match-ledger__standing" data-standing={standing}>
      <Icon name={icon} />
      {words}
    </span>
  );
}

function Families({
  families,
  have,
  points,
}: {
  families: NonNullable<MatchReason["families"]>;
  have: string;
  points: Map<string, number> | undefined;
}) {
  return (
    <div className="match-ledger__families">
      <table>
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col">Asked</th>
            <th scope="col">{have}</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {families.map((family) => (
            <tr data-system={family.system} key={family.familyId}>
              <th scope="row">
                <span className="family-chip__range">{family.range}</span> {family.label}
              </th>
              <td data-label="Asked">{family.asked}</td>
              <td data-label={have}>{family.have}</td>
              <td>
                <Standing standing={family.standing} />
                <Points lost={points?.get(family.familyId)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sumInWords = (score: number): string =>
  score === 100
    ? "Nothing is taken off: 100 of 100."
    : `100 less the ${100 - score} taken off above: ${score}.`;
