import type { Match, MatchReason, MatchStanding } from "./match.ts";

/**
 * The match in a line or two: what the families say, then whatever in credentials or state stands in the way.
 * A percentage alone explains nothing, so pages show this beside it.
 */
export function matchSentence(match: Match): string {
  const find = (aspect: MatchReason["aspect"]) =>
    match.reasons.find((reason) => reason.aspect === aspect && reason.standing !== "not-asked");
  const lead = find("must-families") ?? find("nice-families") ?? find("setting");
  const inTheWay = [find("credentials"), find("state")].filter(
    (reason) => reason !== undefined && reason.standing !== "covered",
  );
  const sentences = [lead, ...inTheWay].map((reason) => reason?.sentence ?? "");
  return (
    sentences.filter((sentence) => sentence !== "").join(" ") ||
    "This job asks for nothing in particular."
  );
}

/** How the applicant stands to each required family, by family id: what a family chip shows. */
export function familyStandings(
  match: Match,
): Map<string, { standing: MatchStanding; have: string }> {
  return new Map(
    match.reasons
      .flatMap(({ families }) => families ?? [])
      .map(({ familyId, standing, have }) => [familyId, { standing, have }]),
  );
}
