import { describe, expect, it } from "vitest";
import {
  APPLICATION_STAGES,
  type ApplicationStage,
  canWithdraw,
  employerMoves,
  isOpenStage,
  requireEmployerMove,
} from "#app/domain/application-stage.ts";

/** Written out by hand, so that a change of the rule has to be meant. */
const MOVES: Record<ApplicationStage, ApplicationStage[]> = {
  submitted: ["in-review", "assessment", "interview", "offer", "rejected"],
  "in-review": ["assessment", "interview", "offer", "rejected"],
  assessment: ["in-review", "interview", "offer", "rejected"],
  interview: ["in-review", "assessment", "offer", "rejected"],
  offer: ["in-review", "assessment", "interview", "hired", "rejected"],
  hired: [],
  rejected: [],
  withdrawn: [],
};

const pairs = APPLICATION_STAGES.flatMap((from) =>
  APPLICATION_STAGES.map((to) => [from, to, MOVES[from].includes(to)] as const),
);

describe("an employer's move", () => {
  it.each(pairs.filter(([, , legal]) => legal))("may go from %s to %s", (from, to) => {
    expect(() => requireEmployerMove(from, to)).not.toThrow();
  });

  it.each(pairs.filter(([, , legal]) => !legal))("may not go from %s to %s", (from, to) => {
    expect(() => requireEmployerMove(from, to)).toThrow(
      expect.objectContaining({ code: "illegal-move" }),
    );
  });

  it("never leads to withdrawn, which only the applicant can do", () => {
    for (const from of APPLICATION_STAGES) expect(employerMoves(from)).not.toContain("withdrawn");
  });
});

describe("an applicant", () => {
  it.each(APPLICATION_STAGES)("may withdraw from %s exactly while it is open", (stage) => {
    expect(canWithdraw(stage)).toBe(!["hired", "rejected", "withdrawn"].includes(stage));
    expect(canWithdraw(stage)).toBe(isOpenStage(stage));
  });
});
