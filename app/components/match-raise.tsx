import type { RaiseLine } from "#app/domain/match-raise-words.ts";

/** The dearest step alone, for a row of a list. */
export function MatchRaiseShort({ line }: { line: RaiseLine }) {
  return (
    <p className="soft small">
      Would raise it most: {line.sentence}{" "}
      <span className="figure">
        +{line.points} {line.points === 1 ? "point" : "points"}
      </span>
    </p>
  );
}

/** What would raise a match, each step with the points it alone would bring; nothing where nothing would. */
export function MatchRaise({ lines }: { lines: readonly RaiseLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="match-raise">
      <h3>What would raise it</h3>
      <p className="soft">Each line alone. If you have it already, add it to your profile.</p>
      <ul>
        {lines.map(({ sentence, points }) => (
          <li key={sentence}>
            {sentence}{" "}
            <span className="figure">
              +{points} {points === 1 ? "point" : "points"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
