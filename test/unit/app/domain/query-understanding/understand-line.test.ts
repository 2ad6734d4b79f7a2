import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { employersByWord } from "#app/domain/query-understanding/employer-names.ts";
import type { KnownNames } from "#app/domain/query-understanding/interpretation.ts";
import { plainWord } from "#app/domain/query-understanding/line-words.ts";
import { understandLine } from "#app/domain/query-understanding/understand-line.ts";
import { knownPlaces } from "#app/features/job-search/find-near.server.ts";

let names: KnownNames;

beforeAll(async () => {
  const employers = ["Texas Oncology", "Cleveland Clinic Foundation", "Mercy", "IR Partners, LLC"];
  names = {
    ...(await knownPlaces()),
    employers: employersByWord([...employers, "Dallas Radiology Partners", "Remote"]),
  };
});

/** "typed → label" of each interpretation, then what is left. */
const read = (line: string, asWords: string[] = []): string[] => {
  const { interpretations, rest } = understandLine(line, { names, asWords });
  return [...interpretations.map(({ typed, label }) => `${typed} → ${label}`), rest];
};

const READ: Record<string, string[]> = {
  "CPC-A remote texas": [
    "CPC-A → CPC-A, or apprentices accepted",
    "remote → Remote",
    "texas → Open to coders in Texas",
    "",
  ],
  "IR coder dallas 30/hr": [
    "IR → Interventional radiology",
    "dallas → Within 50 miles of Dallas, TX",
    "30/hr → Pays $30 an hour or more",
    "coder",
  ],
  "inpatient drg weekend prn": [
    "inpatient drg → Inpatient facility",
    "prn → PRN / per diem",
    "weekend",
  ],
  "93590 boston": [
    "93590 → Paravalvular leak closure",
    "boston → Within 50 miles of Boston, MA",
    "",
  ],
  "no experience": ["no experience → No experience needed", ""],
  "HCC85 remote": ["HCC 85 → CMS-HCC V28 (fully phased in PY 2026)", "remote → Remote", ""],
  "cpc or ccs tx, ok": [
    "cpc or ccs → CPC or CCS",
    "tx, ok → Open to coders in Texas or Oklahoma",
    "",
  ],
  "remote dallas": ["remote → Remote", "dallas → Open to coders in Texas", ""],
  "within 25 miles of tampa": ["within 25 miles of tampa → Within 25 miles of Tampa, FL", ""],
  "dallas within 20 miles": ["dallas within 20 miles → Within 20 miles of Dallas, TX", ""],
  "near 33602": ["near 33602 → Within 50 miles of 33602", ""],
  "Tampa, FL 33602": ["Tampa, FL 33602 → Within 50 miles of Tampa, FL", ""],
  "st. louis part-time": [
    "st. louis → Within 50 miles of Saint Louis, MO",
    "part-time → Part-time",
    "",
  ],
  "new york": ["new york → Open to coders in New York", ""],
  "kansas city": ["kansas city → Within 50 miles of Kansas City, MO", ""],
  $65k: ["$65k → Pays $31.25 an hour or more", ""],
  "at least $30 an hour": ["at least $30 an hour → Pays $30 an hour or more", ""],
  "5 years experience": [
    "5 years experience → Experience asked: Experienced (3-5 years) or less",
    "",
  ],
  "radiology/IR": ["radiology/IR → Diagnostic radiology or Interventional radiology", ""],
  "remote or onsite": ["remote or onsite → Remote or On site", ""],
  "ED profee": ["ED profee → Emergency department, pro-fee", ""],
  "contract-to-hire OB/GYN": [
    "contract-to-hire → Temp to hire",
    "OB/GYN → Obstetrics and gynecology",
    "",
  ],
};

/** A state only where its neighbours say so. */
const STATES: Record<string, string | null> = {
  "jobs in or": null,
  "in or me": null,
  "portland or": "Within 50 miles of Portland, OR",
  "Portland, OR": "Within 50 miles of Portland, OR",
  "boston ma": "Within 50 miles of Boston, MA",
  "coder in PA": "Open to coders in Pennsylvania",
  "coder in CT": null,
  "AR follow up": null,
  "ID coder": null,
  washington: "Open to coders in Washington",
  "washington or oregon": "Open to coders in Washington or Oregon",
  "washington dc": "Within 50 miles of Washington, DC",
  "near washington": "Within 50 miles of Washington, DC",
  "seattle washington": "Within 50 miles of Seattle, WA",
  "george washington": null,
  "george washington university": null,
  "washington university": null,
  "new york city": "Within 50 miles of New York, NY",
  "new york state": "Open to coders in New York",
  "washington state": "Open to coders in Washington",
  "west virginia": "Open to coders in West Virginia",
  "mobile coder": null,
  "mobile, al": "Within 50 miles of Mobile, AL",
  providence: null,
  "dallas or houston": null,
};

const WORDS = [
  "texas oncology coder",
  "cleveland clinic",
  "mercy",
  "ir partners",
  "houston methodist",
  "boston medical center",
  "university of texas",
  "non-remote",
  "not remote",
  "CPC A",
  "up to $30/hr",
  "$3 per chart",
  "30 hours",
  "e/m",
  "gyn onc",
  "CT MRI",
  "",
];

describe("Reading a typed line", () => {
  for (const [line, expected] of Object.entries(READ)) {
    it(`reads “${line}”`, () => expect(read(line)).toEqual(expected));
  }

  for (const [line, label] of Object.entries(STATES)) {
    it(`takes “${line}” for ${label ?? "words"}`, () => {
      const { interpretations } = understandLine(line, { names });
      expect(interpretations.map((one) => one.label)).toEqual(label === null ? [] : [label]);
    });
  }

  for (const line of WORDS) {
    it(`leaves “${line}” as words`, () => expect(read(line)).toEqual([line]));
  }

  it("takes a name that begins like an employer's but says something of the field for the field", () => {
    expect(read("dallas radiology")).toHaveLength(3);
    expect(read("dallas radiology partners")).toEqual(["dallas radiology partners"]);
  });

  it("leaves an employer called like a word of the field to the field", () => {
    expect(read("remote")).toEqual(["remote → Remote", ""]);
  });

  it("leaves cities alone where a place is chosen already", () => {
    const { interpretations } = understandLine("tampa cpc", { names, placeTaken: true });
    expect(interpretations.map(({ typed }) => typed)).toEqual(["cpc"]);
  });

  it("leaves as words what it is told to, however that is written", () => {
    expect(read("CPC-A remote texas", ["Texas", "cpc-a"])).toEqual([
      "remote → Remote",
      "CPC-A texas",
    ]);
    expect(read("93590 boston", ["93590"])).toEqual([
      "boston → Within 50 miles of Boston, MA",
      "93590",
    ]);
    expect(read("interventional radiology", ["radiology"])).toEqual(["interventional radiology"]);
  });
});

const PIECES =
  "CPC-A cpc or and in OR remote texas tx, ok dallas, TX st. louis near 33602 within 25 miles of $30/hr 65k 60,000 93590 92920-92944 HCC85 i25.10 IR radiology/IR no experience prn part-time non- mercy cleveland clinic é ’ \u0000 𝒯 — , / ( )".split(
    " ",
  );
const lines = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(" ")),
);

describe("Whatever is typed", () => {
  it("spans do not overlap, say what they span, and with what is between them make the line", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        const { line, interpretations } = understandLine(typed, { names });
        let upTo = 0;
        let again = "";
        for (const { start, end, typed: own } of interpretations) {
          expect(start).toBeGreaterThanOrEqual(upTo);
          expect(end).toBeGreaterThan(start);
          expect(own).toBe(line.slice(start, end));
          again += line.slice(upTo, start) + own;
          upTo = end;
        }
        expect(again + line.slice(upTo)).toBe(line);
      }),
      { numRuns: 500 },
    );
  });

  it("what is switched off stays words, every one of them", () => {
    fc.assert(
      fc.property(lines, fc.nat(), (typed, pick) => {
        const { interpretations } = understandLine(typed, { names });
        const off = interpretations[pick % Math.max(1, interpretations.length)];
        if (!off) return;
        const again = understandLine(typed, { names, asWords: [off.typed] });
        expect(
          again.interpretations.every(({ start, end }) => end <= off.start || start >= off.end),
        ).toBe(true);
        for (const word of off.typed.split(/[^\p{L}\p{N}]+/u).map(plainWord)) {
          if (!/^(?:and|or|codes?|ranges?|)$/.test(word))
            expect(plainWord(again.rest)).toContain(word);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("switching everything off leaves no interpretation", () => {
    fc.assert(
      fc.property(lines, (typed) => {
        let asWords: string[] = [];
        for (let round = 0; round < 30; round += 1) {
          const { interpretations } = understandLine(typed, { names, asWords });
          if (interpretations.length === 0) return;
          asWords = [...asWords, ...interpretations.map((one) => one.typed)];
        }
        throw new Error("It never ends.");
      }),
      { numRuns: 300 },
    );
  });
});
