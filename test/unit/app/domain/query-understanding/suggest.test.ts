import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { indexNames } from "#app/domain/query-understanding/name-index.ts";
import { type SuggestionSources, suggest } from "#app/domain/query-understanding/suggest.ts";
import { citiesByStart } from "#app/features/job-search/find-near.server.ts";

let sources: SuggestionSources;

beforeAll(async () => {
  const employers = [
    { name: "Harborline Heart Institute", slug: "harborline" },
    { name: "Boston Medical Center", slug: "bmc" },
  ];
  sources = {
    cities: await citiesByStart(),
    employers: indexNames(employers.map((value) => ({ value, names: [value.name] }))),
  };
});

const all = (line: string) => suggest(line, sources).flatMap(({ items }) => items);
const first = (line: string, kind: string) =>
  suggest(line, sources).find((group) => group.kind === kind)?.items[0];

/** Typed → kind: the first offered of it. */
const OFFERED: Record<string, [kind: string, label: string][]> = {
  card: [["specialty", "Cardiology"]],
  cardiolgy: [["specialty", "Cardiology"]],
  ir: [["specialty", "Interventional radiology"]],
  hcc: [["specialty", "Risk adjustment / HCC"]],
  cpc: [["credential", "CPC"]],
  "cpc-a": [["credential", "CPC-A"]],
  "certified inpatient": [["credential", "CIC"]],
  "9359": [["family", "Paravalvular leak closure"]],
  "935": [["family", "Heart catheterization and injections"]],
  "remote car": [["specialty", "Cardiology"]],
  paravalv: [["family", "Paravalvular leak closure"]],
  texas: [["place", "Texas"]],
  "tampa f": [["place", "Tampa, FL"]],
  houstn: [["place", "Houston, TX"]],
  "st. pet": [["place", "Saint Petersburg, FL"]],
  harborl: [["employer", "Harborline Heart Institute"]],
  "boston med": [["employer", "Boston Medical Center"]],
};

describe("Suggestions for a half-typed line", () => {
  for (const [line, offers] of Object.entries(OFFERED)) {
    it(`for “${line}” offer ${offers.map(([, label]) => label).join(", ")}`, () => {
      for (const [kind, label] of offers) expect(first(line, kind)?.label).toBe(label);
    });
  }

  it("set the filter for the words they stand for, and leave the others typed", () => {
    expect(first("remote card", "specialty")).toMatchObject({
      filter: { name: "specialty", value: "cardiology" },
      rest: "remote",
      href: "/jobs?q=remote&specialty=cardiology",
    });
    expect(first("coder in tampa", "place")).toMatchObject({
      filter: { name: "near", value: "Tampa, FL" },
      rest: "coder",
    });
    expect(first("harborline", "employer")).toMatchObject({
      filter: null,
      href: "/employers/harborline",
    });
  });

  it("put codes first for who types digits", () => {
    expect(suggest("93590", sources)[0]?.kind).toBe("family");
  });

  it("offer nothing for nothing, a single letter or words of every job", () => {
    for (const line of ["", " ", "c", "coder in", "—"]) expect(all(line)).toEqual([]);
  });

  it("are bounded, and each leads to a search that understands it, whatever is typed", () => {
    const lines = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom(..."remote car cpc 935 tam tx har ir — ’ in or".split(" ")), {
          maxLength: 8,
        })
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const items = all(line);
        expect(items.length).toBeLessThanOrEqual(18);
        for (const { filter, href, rest } of items) {
          if (!filter) continue;
          const search = parseJobSearch(new URL(href, "http://x").searchParams);
          expect([search[filter.name]].flat()).toContain(filter.value);
          expect(search.q).toBe(rest);
        }
      }),
      { numRuns: 300 },
    );
  });
});
