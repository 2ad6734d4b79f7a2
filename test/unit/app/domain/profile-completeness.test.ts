import { describe, expect, it } from "vitest";
import { completenessOf } from "#app/domain/profile-completeness.ts";
import { makeSnapshot } from "#test/factories/application.ts";

const EMPTY = makeSnapshot({
  headline: "",
  state: null,
  experienceLevel: null,
  specialties: [],
  settings: [],
  experience: [],
});

describe("how complete a profile is", () => {
  it("starts at nothing and says first what buys most", () => {
    const { percent, parts } = completenessOf(EMPTY);
    expect(percent).toBe(0);
    expect(parts.every(({ done }) => !done)).toBe(true);
    expect(parts[0]).toMatchObject({ section: "families", label: "Code families with months" });
  });

  it("reaches a hundred with what an employer asks for first, without a resume or a photo", () => {
    const { percent } = completenessOf(
      makeSnapshot({
        credentials: [
          {
            code: "CPC",
            issuer: "AAPC",
            number: "",
            earnedOn: null,
            expiresOn: null,
            status: "self-reported",
          },
        ],
        work: [
          {
            employer: "A",
            title: "B",
            setting: null,
            startedOn: null,
            endedOn: null,
            summary: "",
          },
        ],
      }),
    );
    expect(percent).toBe(100);
  });

  it("does not call a family dated while one of them is not", () => {
    const [entry] = makeSnapshot().experience;
    if (!entry) throw new Error("the snapshot has a family");
    const undated = { ...entry, familyId: "cpt-echo", lastUsedOn: null };
    const { parts } = completenessOf(makeSnapshot({ experience: [entry, undated] }));
    const dated = parts.find(({ label }) => label === "When you last used each family");
    expect(dated?.done).toBe(false);
  });
});
