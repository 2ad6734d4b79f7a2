import { describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { type EngineQuery, jobFilters } from "#search/queries/job-filters.ts";

const query = (text: string, change: Partial<EngineQuery> = {}): EngineQuery => ({
  search: parseJobSearch(new URLSearchParams(text)),
  words: [],
  covering: [],
  asked: [],
  meantFirst: [],
  point: null,
  points: null,
  now: new Date(1_000_000_000),
  ...change,
});

describe("The engine's filters", () => {
  it("always ask for jobs that have not ended", () => {
    expect(jobFilters(query(""))).toEqual(["expiresAt > 1000000"]);
  });

  it("quote every value: Oregon and Indiana are words of the filter language", () => {
    expect(jobFilters(query("state=OR&state=IN"))).toContain('state IN ["OR", "IN"]');
  });

  it("escape what could end a value", () => {
    const search = { ...query("").search, software: ['a" OR b = "c\\'] };
    expect(jobFilters(query("", { search }))).toContain('software IN ["a\\" OR b = \\"c\\\\"]');
  });

  it("leave out the facet that is being counted", () => {
    expect(jobFilters(query("state=OR&mode=remote"), "state")).toEqual([
      "expiresAt > 1000000",
      'mode IN ["remote"]',
    ]);
  });

  it("ask of each typed code that one of its families is required", () => {
    const filters = jobFilters(query("", { covering: [["a", "b"], []] }));
    expect(filters).toEqual(["expiresAt > 1000000", 'requires IN ["a", "b"]', "requires IN []"]);
  });

  it("ask of each thing the line says that one of its terms holds", () => {
    const asked = [
      ["state:TX", "state:OK"],
      ["credential:CPC-A", "apprentice"],
    ];
    expect(jobFilters(query("", { asked })).slice(1)).toEqual([
      'state IN ["TX", "OK"]',
      'credential IN ["CPC-A"] OR apprentice = true',
    ]);
  });

  it("turn places, days and pay into the engine's units", () => {
    const points = [{ latitude: 27.9, longitude: -82.4 }];
    const filters = jobFilters(query("near=Tampa&radius=10&payMin=30&postedWithin=1", { points }));
    expect(filters.slice(1)).toEqual([
      "hourlyMax >= 30",
      "publishedAt >= 913600",
      'point IN ["27.9,-82.4"]',
    ]);
  });

  it("include what took over from a retired family", () => {
    expect(jobFilters(query("family=cpt-vasc-leg-revasc-legacy"))[1]).toBe(
      'family IN ["cpt-vasc-leg-revasc-legacy", "cpt-vasc-leg-revasc"]',
    );
  });

  it("leave out what the person asking named, or list nothing else", () => {
    const named = { jobIds: ["j1", "j2"], employerIds: ["e"], employerKinds: [] };
    expect(jobFilters(query("", { leaveOut: { named, turnedRound: false } }))).toEqual([
      "expiresAt > 1000000",
      'NOT id IN ["j1", "j2"]',
      'NOT employerId IN ["e"]',
    ]);
    expect(jobFilters(query("", { leaveOut: { named, turnedRound: true } }))).toEqual([
      "expiresAt > 1000000",
      'id IN ["j1", "j2"] OR employerId IN ["e"]',
    ]);
  });
});
