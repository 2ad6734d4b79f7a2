import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobSearchParams, parseJobSearch, without } from "#app/domain/parse-job-search.ts";
import { widen } from "#app/domain/widen-job-search.ts";

const parse = (query: string) => parseJobSearch(new URLSearchParams(query));

describe("A search read from a URL", () => {
  it("reads whether hidden jobs are shown, and keeps it in the address", () => {
    const search = parseJobSearch(new URLSearchParams("hidden=show"));
    expect(search.withHidden).toBe(true);
    expect(String(jobSearchParams(search))).toBe("hidden=show");
    expect(parseJobSearch(new URLSearchParams("hidden=1")).withHidden).toBe(false);
  });

  it("reads every parameter", () => {
    expect(
      parse(
        "q=cath+lab&specialty=cardiology&family=cpt-echo&credential=CPC&credential=CCS&setting=professional-fee&mode=remote&type=full-time&state=OR&state=IN&near=Tampa,+FL&radius=25&payMin=30.5&experience=mid&apprentice=true&software=epic&postedWithin=7&sort=distance&page=2",
      ),
    ).toEqual({
      q: "cath lab",
      asWords: [],
      specialty: ["cardiology"],
      family: ["cpt-echo"],
      credential: ["CPC", "CCS"],
      setting: ["professional-fee"],
      mode: ["remote"],
      type: ["full-time"],
      state: ["OR", "IN"],
      near: "Tampa, FL",
      radius: 25,
      payMin: 30.5,
      experience: ["mid"],
      apprentice: true,
      software: ["epic"],
      postedWithin: 7,
      sort: "distance",
      withHidden: false,
      page: 2,
    });
  });

  it("falls back from wrong values instead of failing", () => {
    const plain = parse("");
    expect(
      parse(
        "specialty=%22%20OR%20true&family=nope&state=XX&radius=-3&payMin=abc&postedWithin=1e9&sort=evil&page=-1&apprentice=maybe&mode=&near=%20",
      ),
    ).toEqual(plain);
    expect(parse("page=2.5&radius=9999")).toMatchObject({ page: 1, radius: 500 });
  });

  it("takes values in any case, once each, and the bucket of jobs that do not say", () => {
    expect(parse("state=or&state=OR&credential=cpc&experience=not-stated")).toMatchObject({
      state: ["OR"],
      credential: ["CPC"],
      experience: ["not-stated"],
    });
  });

  it("cannot sort by distance from nowhere", () => {
    expect(parse("sort=distance").sort).toBe("relevance");
  });

  it("keeps the stretches of the line that are to stay words, once each and only those", () => {
    const search = parse("q=CPC-A+remote+texas&asWords=Texas&asWords=texas&asWords=ohio&asWords=");
    expect(search.asWords).toEqual(["Texas"]);
    expect(String(jobSearchParams(search))).toBe("q=CPC-A+remote+texas&asWords=Texas");
  });

  it("survives any query string, and its own URL reads back the same", () => {
    const names = [
      "q",
      "asWords",
      "near",
      "radius",
      "payMin",
      "page",
      "state",
      "family",
      "sort",
      "mode",
    ];
    const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: "binary" })));
    fc.assert(
      fc.property(pairs, (entries) => {
        const search = parseJobSearch(new URLSearchParams(entries));
        expect(search.q).not.toMatch(/\p{C}/u);
        const again = parseJobSearch(jobSearchParams(search));
        expect(again).toEqual(search.near === null ? { ...search, radius: again.radius } : search);
      }),
    );
  });
});

describe("A search made wider", () => {
  it("loses one chosen value and starts at the first page", () => {
    const search = parse("state=OR&state=IN&page=3");
    expect(without(search, "state", "OR")).toMatchObject({ state: ["IN"], page: 1 });
  });

  it("proposes the nearest first, each different in one thing", () => {
    const labels = widen(parse("q=93590&near=Tampa&radius=50&payMin=60&software=epic")).map(
      ({ label }) => label,
    );
    expect(labels).toEqual([
      "Within 100 miles of Tampa",
      "All of Medicine: cardiovascular",
      "Any pay",
      "Any software",
      "“93590” as words",
      "Any place",
      "Without “93590”",
    ]);
  });

  it("goes up from a family to its section", () => {
    const [up] = widen(parse("family=cpt-echo"));
    expect(up?.search.family).toEqual(["cpt-medicine-cardiovascular"]);
  });

  it("lets go of one word at a time", () => {
    const found = widen(parse("q=cardiology+unicorn")).map(({ search }) => search.q);
    expect(found).toEqual(["unicorn", "cardiology"]);
  });

  it("lets go of words together that mean something together", () => {
    const found = widen(parse("q=cpc+denver+part+time"), ["cpc", "part time"]);
    expect(found.map(({ label }) => label)).toEqual([
      "Without “cpc”",
      "Without “denver”",
      "Without “part time”",
    ]);
    expect(found.at(-1)?.search.q).toBe("cpc denver");
  });

  it("takes three digits alone for the codes they begin", () => {
    const [first] = widen(parse("q=935"));
    expect(first?.label).toMatch(/CPT 93/);
    expect(first?.search).toMatchObject({ q: "", family: [expect.stringMatching(/^cpt-/)] });
  });

  it("proposes nothing when nothing was asked", () => {
    expect(widen(parse(""))).toEqual([]);
  });
});
