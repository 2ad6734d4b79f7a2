import { credentialStanding } from "./credential-words.ts";
import type { MatchReason } from "./match.ts";
import type { ProfileSnapshot } from "./profile-snapshot.ts";
import type { Experience } from "./requirement.ts";
import { lineage } from "./taxonomy/code-families.ts";
import { labelOf, PRODUCTION_UNITS } from "./vocabulary.ts";

/** The three facts a recruiter decides by, in words. */
export interface RecruiterFacts {
  /** "CPC verified; CIRCC self-reported". */
  credentials: string;
  /** "3 of 4 must-have families". */
  families: string;
  /** "97% accuracy, 18 charts per hour". */
  measure: string;
}

const SHOWN = 3;

/** `today` is "YYYY-MM-DD": a date passed since the application was sent shows as expired. */
export function recruiterFacts(
  {
    snapshot,
    reasons,
    askedCredentials,
  }: {
    snapshot: ProfileSnapshot;
    reasons: readonly MatchReason[];
    /** Codes the job names: they come first. */
    askedCredentials: readonly string[];
  },
  today: string,
): RecruiterFacts {
  return {
    credentials: credentialWords(snapshot, askedCredentials, today),
    families: familyWords(reasons),
    measure: measureWords(askedExperience(snapshot.experience, reasons)),
  };
}

function credentialWords(
  { credentials }: Pick<ProfileSnapshot, "credentials">,
  asked: readonly string[],
  today: string,
): string {
  if (credentials.length === 0) return "No credential stated";
  const rank = (code: string) => {
    const at = asked.indexOf(code.replace(/-A$/, ""));
    return at < 0 ? asked.length : at;
  };
  const words = [...credentials]
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map((one) => `${one.code} ${credentialStanding(one, today)}`);
  const more = words.length - SHOWN;
  return [...words.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join("; ");
}

function familyWords(reasons: readonly MatchReason[]): string {
  for (const [aspect, kind] of [
    ["must-families", "must-have"],
    ["nice-families", "nice-to-have"],
  ] as const) {
    const families = reasons.find((reason) => reason.aspect === aspect)?.families ?? [];
    if (families.length === 0) continue;
    const covered = families.filter(({ standing }) => standing === "covered").length;
    return families.length === 1
      ? `The one ${kind} family ${covered === 1 ? "covered" : "not covered"}`
      : `${covered} of ${families.length} ${kind} families`;
  }
  return "No family asked";
}

/** The experience that answers the job: in an asked family or in its line; all of it where nothing answers. */
function askedExperience(
  experience: readonly Experience[],
  reasons: readonly MatchReason[],
): readonly Experience[] {
  const asked = reasons.flatMap(({ families }) => families ?? []).map(({ familyId }) => familyId);
  const answering = experience.filter(({ familyId }) =>
    asked.some((id) => lineage(id).includes(familyId) || lineage(familyId).includes(id)),
  );
  return answering.length > 0 ? answering : experience;
}

/** Accuracy and pace as one pair where the longest-held family states both: speed alone says little. */
function measureWords(experience: readonly Experience[]): string {
  const weight = ({ accuracyPercent, volume, months }: Experience) =>
    (accuracyPercent === null ? 0 : 2_000) + (volume === null ? 0 : 1_000) + months;
  const best = [...experience].sort((a, b) => weight(b) - weight(a))[0];
  const parts = [
    best && best.accuracyPercent !== null ? `${best.accuracyPercent}% accuracy` : null,
    best ? productionWords(best) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : "Accuracy and pace not stated";
}

/** "18 charts per hour"; null where no pace is stated. */
export function productionWords({
  volume,
  volumeUnit,
}: Pick<Experience, "volume" | "volumeUnit">): string | null {
  if (volume === null || !volumeUnit) return null;
  const unit = labelOf(PRODUCTION_UNITS, volumeUnit).replace(/ \(.*\)$/, "");
  return `${volume} ${/^[A-Z][a-z]/.test(unit) ? unit.charAt(0).toLowerCase() + unit.slice(1) : unit}`;
}
