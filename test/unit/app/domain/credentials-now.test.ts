import { expect, it } from "vitest";
import { credentialsNow } from "#app/domain/credentials-now.ts";

const sent = {
  code: "CPC",
  issuer: "AAPC",
  number: "",
  earnedOn: null,
  expiresOn: "2027-01-31",
  status: "self-reported",
} as const;

it("lets a decision reach an application already sent, and nothing else", () => {
  const decided = {
    code: "CPC",
    state: "verified",
    expiresOn: "2028-01-31",
    verifiedOn: "2026-11-20",
  } as const;
  expect(credentialsNow([sent], [decided])).toEqual([
    { ...sent, status: "verified", expiresOn: "2028-01-31", verifiedOn: "2026-11-20" },
  ]);
  expect(credentialsNow([sent], [{ ...decided, code: "CCS" }])).toEqual([sent]);
});
