import { describe, expect, it } from "vitest";
import {
  type CredentialAction,
  credentialState,
  nextCredentialStatus,
  reminderDue,
  requireCredentialStatus,
  STORED_CREDENTIAL_STATUSES,
  type StoredCredentialStatus,
} from "#app/domain/credential-lifecycle.ts";

const LEGAL: Record<CredentialAction, Partial<Record<StoredCredentialStatus, string>>> = {
  "upload-evidence": {
    "self-reported": "evidence-uploaded",
    "evidence-uploaded": "evidence-uploaded",
  },
  "remove-evidence": { "evidence-uploaded": "self-reported" },
  edit: {
    "self-reported": "self-reported",
    "evidence-uploaded": "self-reported",
    verified: "self-reported",
  },
  verify: { "self-reported": "verified", "evidence-uploaded": "verified" },
  refuse: { "evidence-uploaded": "self-reported" },
  revoke: { verified: "revoked" },
};

const moves = (Object.keys(LEGAL) as CredentialAction[]).flatMap((action) =>
  STORED_CREDENTIAL_STATUSES.map((from) => ({ action, from, to: LEGAL[action][from] ?? null })),
);

describe("a credential's life", () => {
  it.each(moves)("$action from $from leads to $to", ({ action, from, to }) => {
    expect(nextCredentialStatus(from, action)).toBe(to);
    if (to) expect(requireCredentialStatus(from, action)).toBe(to);
    else expect(() => requireCredentialStatus(from, action)).toThrow("cannot be changed that way");
  });

  const state = (status: StoredCredentialStatus, expiresOn: string | null) =>
    credentialState({ status, expiresOn }, "2026-11-21");

  it("lapses the day after its expiry, verified or not", () => {
    expect(state("verified", "2026-11-20")).toBe("lapsed");
    expect(state("self-reported", "2026-11-20")).toBe("lapsed");
    expect(state("verified", "2026-11-21")).toBe("expiring");
    expect(state("self-reported", "2026-11-21")).toBe("self-reported");
  });

  it("is expiring for its last 90 days, and no sooner", () => {
    expect(state("verified", "2027-02-19")).toBe("expiring");
    expect(state("verified", "2027-02-20")).toBe("verified");
    expect(state("verified", null)).toBe("verified");
  });

  it("stays revoked whatever its date", () => {
    expect(state("revoked", "2026-01-01")).toBe("revoked");
  });

  it("has one reminder due at a time, and none once it is over", () => {
    const due = (expiresOn: string) => reminderDue(expiresOn, "2026-11-21");
    expect(due("2027-02-20")).toBeNull();
    expect(due("2027-02-19")).toBe(90);
    expect(due("2026-12-21")).toBe(30);
    expect(due("2026-11-28")).toBe(7);
    expect(due("2026-11-21")).toBe(7);
    expect(due("2026-11-20")).toBeNull();
  });
});
