import type { Match } from "#app/domain/match.ts";
import { matchSentence } from "#app/domain/match-sentence.ts";

/** The match in words with the figure behind them, never the figure alone. */
export function MatchSentence({ match }: { match: Match }) {
  return (
    <p className="match-sentence">
      {matchSentence(match)}{" "}
      <span className="match-sentence__figure">
        Match <span className="figure">{match.score}%</span>
      </span>
    </p>
  );
}
