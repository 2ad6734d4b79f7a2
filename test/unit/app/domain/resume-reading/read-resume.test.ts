import { describe, expect, it } from "vitest";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import { readResume } from "#app/domain/resume-reading/read-resume.ts";

const TODAY = "2026-11-21";
const read = (...lines: string[]) => readResume(lines, TODAY);
const of = <Kind extends Proposal["kind"]>(kind: Kind, proposals: readonly Proposal[]) =>
  proposals.flatMap((one) => (one.kind === kind ? [one as Extract<Proposal, { kind: Kind }>] : []));
const credentials = (...lines: string[]) =>
  of("credential", read(...lines)).map(({ value }) => value.code);
const families = (...lines: string[]) =>
  of("family", read(...lines)).map(({ value }) => value.familyId);

describe("credentials on a resume", () => {
  it("are those behind a name, in a list and in full words", () => {
    expect(credentials("Dana Reed, CPC, CCS-P")).toEqual(["CPC", "CCS-P"]);
    expect(credentials("Certifications: RHIT, CIC")).toEqual(["RHIT", "CIC"]);
    expect(credentials("Certified Professional Medical Auditor since 2019")).toEqual(["CPMA"]);
  });

  it("carry number, first month and last day when their own line states them", () => {
    const [cpc, crc] = of(
      "credential",
      read(
        "CERTIFICATIONS",
        "CPC, AAPC, member ID 01183422, expires 05/2027",
        "CRC earned March 2019",
      ),
    );
    expect(cpc?.value).toMatchObject({
      number: "01183422",
      earnedOn: null,
      expiresOn: "2027-05-31",
    });
    expect(crc?.value).toMatchObject({ number: "", earnedOn: "2019-03-01", expiresOn: null });
  });

  it("that are an apprentice's are never read as the full ones", () => {
    expect(credentials("Priya Rao, CPC-A")).toEqual(["CPC-A"]);
    expect(credentials("Certified Professional Coder – Apprentice (CPC-A)")).toEqual(["CPC-A"]);
    expect(credentials("CPC-A, AAPC", "Passed the CPC examination of AAPC")).toEqual(["CPC-A"]);
    expect(credentials("Jo Park, COC A")).not.toContain("COC-A");
  });

  it("lose the A only when the resume says it was removed", () => {
    expect(credentials("CPC (AAPC), apprentice status removed 2019", "CPC-A 2017")).toEqual([
      "CPC",
    ]);
  });

  it("are not those somebody studies for, lost, teaches or supervises", () => {
    expect(credentials("CPC exam scheduled for January 2027")).toEqual([]);
    expect(credentials("Pursuing CCS")).toEqual([]);
    expect(credentials("CPC (expired 2019)")).toEqual([]);
    expect(credentials("Supervised six CCS coders and two RHIT coders")).toEqual([]);
  });

  it("are not letters that mean something else", () => {
    expect(credentials("EXPERIENCE", "Coded CRC screening colonoscopies and CCC claims")).toEqual(
      [],
    );
  });
});

describe("code families on a resume", () => {
  it("are those of codes, ranges and words", () => {
    expect(families("SKILLS", "PCI 92920-92998, 93590, TAVR and J9271")).toEqual([
      "cpt-coronary-intervention",
      "cpt-structural-paravalvular",
      "hcpcs-j-chemo",
      "cpt-cv-tavr",
    ]);
  });

  it("have the months of the dated job that names them, overlapping jobs counted once", () => {
    const [echo] = of(
      "family",
      read(
        "EXPERIENCE",
        "Cardiology Coder, Tarn Heart Group, Jan 2020 - Dec 2022",
        "Echocardiograms",
        "Coder II, Fell Clinic, July 2022 - June 2023",
        "Echocardiograms, 97% accuracy",
      ),
    );
    expect(echo?.value).toEqual({
      familyId: "cpt-echo",
      months: 42,
      lastUsedOn: "2023-06-01",
      accuracyPercent: 97,
    });
    expect(echo?.source.place).toBe("Tarn Heart Group, Fell Clinic");
  });

  it("have the years stated beside them when no job does, and none when nothing says", () => {
    const [egd, mohs] = of("family", read("SKILLS", "EGD 43235 (4 years)", "Mohs surgery"));
    expect(egd?.value).toMatchObject({ months: 48, lastUsedOn: null });
    expect(mohs?.value.months).toBeNull();
  });

  it("count a job still held until today", () => {
    const [family] = of(
      "family",
      read("EXPERIENCE", "ED Coder, Moor Hospital, 10/2025 – Present", "99281-99285"),
    );
    expect(family?.value).toMatchObject({ months: 14, lastUsedOn: "2026-11-01" });
  });

  it("are not read from ZIP codes, telephone numbers, streets, amounts, member numbers or wishes", () => {
    expect(
      families(
        "Dana Reed, Tampa, FL 33602, 813-555-1234",
        "14820 Heron Bay Drive",
        "EXPERIENCE",
        "Coded 12000 charts and 24,000 encounters, saved $93590",
        "Member ID 93306, K-12 schools, W-2",
        "Interested in learning risk adjustment and TAVR",
      ),
    ).toEqual([]);
  });

  it("are not all of surgery because somebody wrote 10000-69999", () => {
    expect(families("SKILLS", "CPT 10000-69999")).toEqual([]);
  });
});

describe("jobs, schools and software on a resume", () => {
  it.each([
    [["Cardiology Coder | Tarn Heart Group | June 2016 - Jan 2019"]],
    [["Tarn Heart Group, Orlando, FL\tJune 2016 - Jan 2019", "Cardiology Coder"]],
    [["Cardiology Coder", "Tarn Heart Group, Orlando, FL", "06/2016 - 01/2019"]],
    [["June 2016 – January 2019\tCardiology Coder, Tarn Heart Group"]],
    [["Tarn Heart Group — Orlando, FL — 2016-06 to 2019-01", "Cardiology Coder"]],
  ])("find the job in %j", (lines) => {
    const [job] = of("work", read("EXPERIENCE", ...lines, "- Coded echocardiograms"));
    expect(job?.value).toMatchObject({
      employer: "Tarn Heart Group",
      title: "Cardiology Coder",
      startedOn: "2016-06-01",
      endedOn: "2019-01-01",
      summary: "- Coded echocardiograms",
    });
  });

  it("find the degree with its school and year", () => {
    const [school] = of(
      "education",
      read("EDUCATION", "AAS Health Information Technology, Valencia Lakes College, 2015"),
    );
    expect(school?.value).toEqual({
      institution: "Valencia Lakes College",
      study: "AAS Health Information Technology",
      level: "associate",
      finishedYear: 2015,
    });
  });

  it("find programs by their makers' spelling and by nothing else", () => {
    const slugs = of("software", read("Epic, 3M 360 Encompass and an epic sunrise")).map(
      ({ value }) => value,
    );
    expect(slugs).toEqual(
      ["solventum-360", "epic"].toSorted((a, b) => slugs.indexOf(a) - slugs.indexOf(b)),
    );
    expect(of("software", read("an epic effort"))).toEqual([]);
  });
});

describe("any text", () => {
  it("is read without a throw, every proposal with the line it came from", () => {
    const odd = [
      "\t\t",
      "–",
      "(((",
      "2019 - 2018",
      "a".repeat(5_000),
      "CPC".repeat(500),
      "99/9999",
      "|",
    ];
    for (const { source } of read(...odd)) expect(source.text).not.toBe("");
    expect(read()).toEqual([]);
  });
});
