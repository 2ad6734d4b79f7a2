import { describe, expect, it } from "vitest";
import { credentialStanding } from "#app/domain/credential-words.ts";
import type { MatchReason, MatchStanding } from "#app/domain/match.ts";
import type { CredentialEntry } from "#app/domain/profile-snapshot.ts";
import { recruiterFacts } from "#app/domain/recruiter-facts.ts";
import type { Experience } from "#app/domain/requirement.ts";
import { makeSnapshot } from "#test/factories/application.ts";

const today = "2026-11-21";
const holds = (code: string, more: Partial<CredentialEntry> = {}): CredentialEntry => ({
  code,
  issuer: "AAPC",
  number: "",
  earnedOn: null,
  expiresOn: null,
  status: "self-reported",
  ...more,
});
const did = (familyId: string, more: Partial<Experience> = {}): Experience => ({
  familyId,
  months: 24,
  lastUsedOn: null,
  accuracyPercent: null,
  volume: null,
  volumeUnit: null,
  ...more,
});
const families = (...standings: MatchStanding[]): MatchReason => ({
  aspect: "must-families",
  standing: "partly",
  sentence: "",
  points: 0,
  outOf: 50,
  families: standings.map((standing, index) => ({
    familyId: index === 0 ? "cpt-coronary-intervention" : `other-${index}`,
    label: "Family",
    range: "92920–92998",
    system: "cpt",
    standing,
    asked: "",
    have: "",
  })),
});
const facts = (
  snapshot: Parameters<typeof makeSnapshot>[0],
  reasons: MatchReason[] = [],
  askedCredentials: string[] = [],
) => recruiterFacts({ snapshot: makeSnapshot(snapshot), reasons, askedCredentials }, today);

describe("credentials", () => {
  it("names those the job asks for first, each with its standing", () => {
    const credentials = [holds("RHIT"), holds("CIRCC"), holds("CPC", { status: "verified" })];
    expect(facts({ credentials }, [], ["CPC", "CIRCC"]).credentials).toBe(
      "CPC verified; CIRCC self-reported; RHIT self-reported",
    );
  });

  it("counts what does not fit, and says when there is none", () => {
    const credentials = ["A", "B", "C", "D", "E"].map((code) => holds(code));
    expect(facts({ credentials }).credentials).toMatch(/; 2 more$/);
    expect(facts({ credentials: [] }).credentials).toBe("No credential stated");
  });

  it("never calls a credential verified after its day", () => {
    const standing = (more: Partial<CredentialEntry>) =>
      credentialStanding(holds("CPC", { status: "verified", ...more }), today);
    expect(standing({ expiresOn: "2026-11-20" })).toBe("expired");
    expect(standing({ expiresOn: today })).toBe("verified, expires soon");
    expect(standing({ expiresOn: "2026-11-20", status: "revoked" })).toBe("revoked");
  });
});

describe("families", () => {
  it("counts the covered ones of those asked", () => {
    expect(facts({}, [families("covered", "partly", "missing")]).families).toBe(
      "1 of 3 must-have families",
    );
    expect(facts({}, [families("covered")]).families).toBe("The one must-have family covered");
    expect(facts({}, []).families).toBe("No family asked");
  });
});

describe("accuracy and pace", () => {
  const measured = { accuracyPercent: 97, volume: 6, volumeUnit: "charts-per-hour" };

  it("are a pair from the experience that answers the job", () => {
    const experience = [
      did("icd10cm", { months: 120, accuracyPercent: 99 }),
      did("cpt-coronary-intervention", measured),
    ];
    expect(facts({ experience }, [families("covered")]).measure).toBe(
      "97% accuracy, 6 charts per hour",
    );
  });

  it("say when they are not stated", () => {
    expect(facts({ experience: [did("cpt-coronary-intervention")] }).measure).toBe(
      "Accuracy and pace not stated",
    );
    expect(facts({ experience: [] }).measure).toBe("Accuracy and pace not stated");
  });
});
