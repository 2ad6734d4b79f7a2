import { describe, expect, it } from "vitest";
import type { CredentialStatus } from "#app/domain/credential-rule.ts";
import { credentialStanding, verifiedAgo } from "#app/domain/credential-words.ts";

const today = "2026-11-21";
const standing = (
  status: CredentialStatus,
  expiresOn: string | null = null,
  verifiedOn: string | null | undefined = undefined,
) => credentialStanding({ status, expiresOn, verifiedOn }, today);

describe("how far to trust a credential", () => {
  it.each([
    ["verified", null, "2026-11-09", "verified 12 days ago"],
    ["verified", null, "2026-11-20", "verified yesterday"],
    ["verified", null, "2026-11-21", "verified today"],
    ["verified", null, undefined, "verified"],
    ["verified", "2026-12-01", "2025-11-21", "verified 365 days ago, expires soon"],
    ["expiring", "2026-12-01", null, "verified, expires soon"],
    ["verified", "2026-11-20", "2026-11-09", "expired"],
    ["self-reported", "2026-11-20", null, "expired"],
    ["self-reported", "2026-12-01", null, "self-reported"],
    ["evidence-uploaded", null, null, "evidence uploaded"],
    ["lapsed", null, null, "lapsed"],
    ["revoked", "2026-11-20", "2026-11-09", "revoked"],
  ] as const)("%s, expiring %s, verified on %s: %s", (status, expiresOn, verifiedOn, words) => {
    expect(standing(status, expiresOn, verifiedOn)).toBe(words);
  });

  it("never lies in the future where two clocks differ", () => {
    expect(verifiedAgo("2026-11-22", today)).toBe("verified today");
  });
});
