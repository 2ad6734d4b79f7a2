import { describe, expect, it } from "vitest";
import { type CredentialRule, describeCredentialRule } from "#app/domain/credential-rule.ts";
import { parseCredentialList, parseCredentialRule } from "#app/domain/credential-rule-text.ts";
import { CREDENTIALS } from "#app/domain/vocabulary.ts";

const read = (text: string) => {
  const parsed = parseCredentialRule(text);
  return parsed.ok ? parsed.rule : parsed.message;
};

describe("a credential rule in words", () => {
  it.each<[string, CredentialRule]>([
    ["", []],
    ["   ", []],
    ["None required", []],
    ["CPC", [["CPC"]]],
    ["cpc", [["CPC"]]],
    ["RHIT and CCS, or CIC", [["RHIT", "CCS"], ["CIC"]]],
    ["(RHIT and CCS) or CIC.", [["RHIT", "CCS"], ["CIC"]]],
    ["CPC or COC", [["CPC"], ["COC"]]],
    ["CPC, COC or CCS-P", [["CPC"], ["COC"], ["CCS-P"]]],
    ["CPC, COC, or CCS–P", [["CPC"], ["COC"], ["CCS-P"]]],
    ["Either CPC or COC", [["CPC"], ["COC"]]],
    ["Any of CPC, COC, CCS", [["CPC"], ["COC"], ["CCS"]]],
    ["one of: CPC, COC", [["CPC"], ["COC"]]],
    ["Both RHIT and CCS", [["RHIT", "CCS"]]],
    ["RHIT, CCS and CIC", [["RHIT", "CCS", "CIC"]]],
    ["RHIT, CCS, and CIC", [["RHIT", "CCS", "CIC"]]],
    ["RHIT + CCS / CIC", [["RHIT", "CCS"], ["CIC"]]],
    ["RHIT & CCS; CIC", [["RHIT", "CCS"], ["CIC"]]],
    ["CIC, RHIT and CCS, or COC", [["CIC"], ["RHIT", "CCS"], ["COC"]]],
    ["Certified Professional Coder", [["CPC"]]],
    ["ACS-OR or CPC", [["ACS-OR"], ["CPC"]]],
    ["CPC and CPC", [["CPC"]]],
    ["CPC or cpc", [["CPC"]]],
  ])("reads %j", (text, rule) => {
    expect(read(text)).toEqual(rule);
  });

  it.each([
    ["CPC, COC", "Say “and” or “or” between CPC and COC: a comma alone could mean either."],
    [
      "CPC or XYZ",
      "We do not know a credential called “XYZ”. Use its letters, such as CPC or CCS-P.",
    ],
    [
      "CPC COC",
      "We do not know a credential called “CPC COC”. Use its letters, such as CPC or CCS-P.",
    ],
    [
      "CPC or COC or CIC or CRC or CPB or CPMA or CDEO or CCS or RHIT",
      "Name at most 8 ways to qualify.",
    ],
    ["CPC and COC and CIC and CRC and CPB", "Ask for at most 4 credentials together."],
  ])("asks again about %j", (text, message) => {
    expect(read(text)).toBe(message);
  });

  it("reads back every rule it can describe", () => {
    const codes = CREDENTIALS.map(({ code }) => code);
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 500; round++) {
      const pool = [...codes];
      const pick = () => pool.splice(next(pool.length), 1)[0] ?? "";
      const rule = Array.from({ length: next(8) }, () => Array.from({ length: 1 + next(4) }, pick));
      expect(read(describeCredentialRule(rule))).toEqual(rule);
    }
  });
});

describe("a list of credentials", () => {
  it.each([
    ["", []],
    ["CIRCC, CCC", ["CIRCC", "CCC"]],
    ["circc and ccc", ["CIRCC", "CCC"]],
    ["CIRCC, CCC, and CPC-A.", ["CIRCC", "CCC", "CPC-A"]],
    ["CIRCC\nCIRCC", ["CIRCC"]],
  ])("reads %j", (text, codes) => {
    expect(parseCredentialList(text)).toEqual({ ok: true, codes });
  });

  it("names the word it does not know", () => {
    expect(parseCredentialList("CIRCC, Latin")).toMatchObject({
      ok: false,
      message: expect.stringContaining("“Latin”"),
    });
  });
});
