import { describe, expect, it } from "vitest";
import type { FormValues } from "#app/components/form-state.ts";
import { profileForm } from "#app/features/applicants/profile.form.ts";
import { profileValues } from "#app/features/applicants/profile-values.ts";
import { parseForm } from "#app/web/parse-form.server.ts";

const TODAY = "2026-11-21";

const formOf = (values: FormValues | Record<string, string>) => {
  const form = new FormData();
  for (const [name, all] of Object.entries({ version: "3", ...values })) {
    for (const value of typeof all === "string" ? [all] : all) form.append(name, value);
  }
  return form;
};
const read = (values: Record<string, string>) => parseForm(profileForm(TODAY), formOf(values));
const errorsFor = (values: Record<string, string>) => {
  const parsed = read(values);
  return parsed.ok ? {} : parsed.form.errors;
};

describe("the profile form", () => {
  it("takes an empty profile: nothing is demanded of a person who has just arrived", () => {
    const parsed = read({});
    expect(parsed.ok && parsed.value).toMatchObject({ version: 3, headline: "", experience: [] });
  });

  it("reads figures as people type them", () => {
    const parsed = read({
      payWishedType: "salary",
      payWishedMin: "$62,500",
      "experience.0.familyId": "cpt-echo",
      "experience.0.months": "36",
      "experience.0.lastUsedOn": "2026-11",
      "experience.0.accuracyPercent": "97.5",
      "experience.0.volume": "",
      "experience.0.volumeUnit": "charts-per-day",
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.form.errors));
    expect(parsed.value.payWishedMin).toBe(62_500);
    expect(parsed.value.experience[0]).toEqual({
      familyId: "cpt-echo",
      months: 36,
      lastUsedOn: "2026-11-01",
      accuracyPercent: 97.5,
      volume: null,
      volumeUnit: null,
    });
  });

  it("suggests the issuer of a credential that names none", () => {
    const parsed = read({ "credentials.0.code": "CCS", "credentials.0.issuer": "" });
    expect(parsed.ok && parsed.value.credentials[0]?.issuer).toBe("AHIMA");
  });

  it("survives the way from a saved profile to typed values and back", () => {
    const parsed = read({
      headline: "Cath lab coder",
      state: "FL",
      "experience.0.familyId": "cpt-echo",
      "experience.0.months": "12",
      "credentials.0.code": "CPC",
      "credentials.0.number": "01234567",
      "credentials.0.expiresOn": "2027-05-31",
      "work.0.employer": "Seagrape Heart Group",
      "work.0.title": "Coder",
      "work.0.startedOn": "2019-02",
      "education.0.institution": "Valencia College",
      "education.0.finishedYear": "2016",
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.form.errors));
    const { version: _, ...profile } = parsed.value;
    const again = parseForm(
      profileForm(TODAY),
      formOf(
        profileValues({
          ...profile,
          credentials: profile.credentials.map((one) => ({ ...one, status: "verified" as const })),
        }),
      ),
    );
    expect(again.ok && again.value).toEqual(parsed.value);
  });

  it("says beside each field what is wrong with it", () => {
    expect(
      errorsFor({
        state: "ZZ",
        payWishedMin: "30",
        "experience.0.familyId": "nonsense",
        "experience.0.months": "",
        "experience.0.lastUsedOn": "2027-01",
        "experience.0.accuracyPercent": "101",
        "credentials.0.code": "",
        "credentials.0.expiresOn": "2026-02-30",
        "work.0.employer": "",
        "education.0.institution": "Valencia College",
        "education.0.finishedYear": "20x6",
      }),
    ).toEqual({
      state: ["Choose one."],
      "experience.0.familyId": ["We do not know this code family."],
      "experience.0.months": ["Give the months, such as 36."],
      "experience.0.lastUsedOn": ["This lies in the future."],
      "experience.0.accuracyPercent": ["At most 100."],
      "credentials.0.code": ["Choose a credential."],
      "credentials.0.expiresOn": ["There is no such day."],
      "work.0.employer": ["Name the employer."],
      "work.0.title": ["Give your title there."],
      "education.0.finishedYear": ["Give a number."],
    });
  });

  it("refuses what contradicts itself", () => {
    expect(errorsFor({ payWishedMin: "30" })).toHaveProperty("payWishedType");
    expect(errorsFor({ "credentials.0.code": "CPC", "credentials.1.code": "CPC" })).toEqual({
      "credentials.1.code": ["CPC is listed twice."],
    });
    expect(
      errorsFor({
        "work.0.employer": "A",
        "work.0.title": "B",
        "work.0.startedOn": "2020-05",
        "work.0.endedOn": "2019-01",
      }),
    ).toEqual({ "work.0.endedOn": ["This lies before the start."] });
  });

  it("never takes a status from the person", () => {
    const parsed = read({ "credentials.0.code": "CPC", "credentials.0.status": "verified" });
    expect(parsed.ok && parsed.value.credentials[0]).not.toHaveProperty("status");
  });

  it("refuses rubbish with sentences, never with an exception", () => {
    for (const name of ["experience", "experience.0", "work.0.title.x", "__proto__.a", "state.x"]) {
      const parsed = read({ [name]: "x\u0000" });
      expect(parsed.ok || Object.keys(parsed.form.errors).length > 0).toBe(true);
    }
  });
});
