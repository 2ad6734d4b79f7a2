import { beforeAll, describe, expect, it } from "vitest";
import { FACETS, type JobSearch } from "#app/domain/job-search.ts";
import { jobSearchParams, parseJobSearch } from "#app/domain/parse-job-search.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { countLeftOut, findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { searchPage } from "#app/features/job-search/search-page.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();
const names = new Map<string, string>();

const TAMPA = { city: "Tampa", state: "FL", zip: "33602", latitude: 27.9614, longitude: -82.4597 };
const DALLAS = {
  city: "Dallas",
  state: "TX",
  zip: "75201",
  latitude: 32.7876,
  longitude: -96.7994,
};
const IR = "interventional-radiology";

beforeAll(async () => {
  const { db } = world.deps;
  const mercy = await makeEmployer(db, { name: "Texas Oncology" });
  const jobs: Record<string, Parameters<typeof makeJob>[1]> = {
    irDallas: { ...DALLAS, workMode: "onsite", specialty: IR, hourlyMax: 40, title: "Angio coder" },
    irDallasLow: {
      ...DALLAS,
      workMode: "onsite",
      specialty: IR,
      hourlyMax: 22,
      title: "IR trainee",
    },
    irTampa: { ...TAMPA, workMode: "onsite", specialty: IR, hourlyMax: 40, title: "IR coder" },
    remoteTexas: {
      workMode: "remote",
      eligibleStates: ["TX", "OK"],
      credentialRule: toJson([["CPC-A"]]),
      specialty: "cardiology",
      title: "Junior",
    },
    remoteApprentices: {
      workMode: "remote",
      eligibleStates: ["TX"],
      acceptsApprentices: true,
      credentialRule: toJson([["CCA"]]),
      specialty: "dermatology",
      title: "Newcomer",
    },
    remoteOhio: {
      workMode: "remote",
      eligibleStates: ["OH"],
      credentialRule: toJson([["CPC-A"]]),
      specialty: "cardiology",
      title: "Elsewhere",
    },
    diagnostic: {
      specialty: "diagnostic-radiology",
      title: "Films",
      firstPublishedAt: new Date(Date.now() - 864_000_000),
    },
    oncology: { employerId: mercy.id, specialty: "pathology-lab", title: "Slides" },
    written: {
      specialty: "pathology-lab",
      title: "Podiatry clerk for 28296",
    },
  };
  for (const [name, values] of Object.entries(jobs)) {
    const job = await makeJob(db, {
      employmentType: "full-time",
      workMode: "onsite",
      eligibleStates: ["CA"],
      ...values,
    });
    names.set(job.id, name);
  }
  await indexJobs(world.deps);
}, 60_000);

const parse = (q: string, asWords: string[] = []): JobSearch =>
  parseJobSearch(new URLSearchParams([["q", q], ...asWords.map((one) => ["asWords", one])]));

const backends = [
  { backend: "meilisearch", deps: (): Deps => ({ ...world.deps, columns: null }) },
  { backend: "postgres", deps: (): Deps => ({ ...world.deps, search: null, columns: null }) },
] as const;

for (const { backend, deps } of backends) {
  describe(`A typed line on ${backend}`, () => {
    const list = async (search: JobSearch) => {
      const result = await findJobs(deps(), search);
      expect(result.backend).toBe(backend);
      return result.hits.map(({ id }) => names.get(id) ?? id).toSorted();
    };

    it("asks for the specialty, the place and the pay it names", async () => {
      expect(await list(parse("IR dallas 30/hr"))).toEqual(["irDallas"]);
      expect(await list(parse("ir dallas"))).toEqual(["irDallas", "irDallasLow"]);
      expect(await list(parse("interventional radiology"))).toHaveLength(3);
    });

    it("asks where one may live, and takes an apprentice's credential for either", async () => {
      expect(await list(parse("CPC-A remote texas"))).toEqual(["remoteApprentices", "remoteTexas"]);
      expect(await list(parse("remote oklahoma"))).toEqual(["remoteTexas"]);
    });

    it("combines with chosen filters instead of widening them", async () => {
      const search = { ...parse("remote texas"), specialty: ["cardiology"] };
      expect(await list(search)).toEqual(["remoteTexas"]);
      expect(await list({ ...parse("texas"), state: ["OK"] })).toEqual(["remoteTexas"]);
      expect(await list({ ...parse("30/hr ir"), payMin: 20 })).toEqual(["irDallas", "irTampa"]);
    });

    it("puts first what a word is said of, then what it also covers", async () => {
      const list = async (q: string) =>
        (await findJobs(deps(), parse(q))).hits.map(({ id }) => names.get(id));
      expect((await list("radiology")).slice(0, 1)).toEqual(["diagnostic"]);
      expect(await list("radiology")).toHaveLength(4);
      expect((await list("diagnostic radiology or ir")).slice(-1)).toEqual(["diagnostic"]);
    });

    it("leaves an employer's name alone", async () => {
      expect(await list(parse("texas oncology"))).toEqual(["oncology"]);
    });

    it("says what it read, and takes it back where told", async () => {
      const { interpreted } = await findJobs(deps(), parse("remote texas"));
      expect(interpreted.phrases).toMatchObject([
        { kind: "mode", typed: "remote", label: "Remote", start: 0, end: 6 },
        { kind: "place", typed: "texas", label: "Open to coders in Texas", start: 7, end: 12 },
      ]);
      const again = await findJobs(deps(), parse("remote texas", ["texas"]));
      expect(again.interpreted.phrases.map(({ typed }) => typed)).toEqual(["remote"]);
      expect(await list(parse("28296", ["28296"]))).toEqual(["written"]);
      expect(await list(parse("28296"))).toEqual([]);
    });

    it("finds by the words where nothing answers the reading, and says so", async () => {
      const { hits, interpreted } = await findJobs(deps(), parse("podiatry"));
      expect(hits.map(({ id }) => names.get(id))).toEqual(["written"]);
      expect(interpreted.setAside).toMatchObject([{ typed: "podiatry", label: "Podiatry" }]);
      expect(interpreted.phrases).toEqual([]);
      const nothing = await findJobs(deps(), parse("podiatry unicorns"));
      expect(nothing.total).toBe(0);
      expect(nothing.interpreted.setAside).toEqual([]);
      expect(nothing.interpreted.phrases).toHaveLength(1);
    });

    it("counts each facet value as many as choosing it lists", async () => {
      for (const q of ["remote texas", "ir", "CPC-A", "podiatry"]) {
        const { facets } = await findJobs(deps(), parse(q));
        for (const facet of FACETS) {
          for (const [value, count] of Object.entries(facets[facet])) {
            const { total } = await findJobs(deps(), { ...parse(q), [facet]: [value] });
            expect({ q, facet, value, total }).toEqual({ q, facet, value, total: count });
          }
        }
      }
    });
  });
}

describe("The search page of a typed line", () => {
  it("links each reading to the search without it, and back", async () => {
    const page = await searchPage(world.deps, { search: parse("remote texas"), expanded: null });
    expect(page.read.map(({ wordsHref }) => wordsHref)).toEqual([
      "/jobs?q=remote+texas&asWords=remote",
      "/jobs?q=remote+texas&asWords=texas",
    ]);
    const off = await searchPage(world.deps, {
      search: parse("remote texas", ["texas"]),
      expanded: null,
    });
    expect(off.asWords).toEqual([{ typed: "texas", readHref: "/jobs?q=remote+texas" }]);
  });

  it("turns pages of the search it shows, and saves the one that was meant", async () => {
    const page = await searchPage(world.deps, { search: parse("podiatry"), expanded: null });
    expect(page.firstPageHref).toBe("/jobs?q=podiatry&asWords=podiatry");
    // An alert waits for what was meant, not for the words.
    expect(page.savedParams).toBe("q=podiatry");
    expect(page.asWords).toHaveLength(1);
  });

  it("does not fall back to words when the person asking hid what answers", async () => {
    const { hits } = await findJobs(world.deps, parse("remote oklahoma"));
    const leaveOut = { jobIds: hits.map(({ id }) => id), employerIds: [], employerKinds: [] };
    const { total, interpreted } = await findJobs(world.deps, parse("remote oklahoma"), leaveOut);
    expect({ total, setAside: interpreted.setAside }).toEqual({ total: 0, setAside: [] });
    expect(await countLeftOut(world.deps, parse("remote oklahoma"), leaveOut)).toBe(1);
  });
});

describe("A saved search with a typed line", () => {
  it("keeps what was read as conditions and what was switched off as words", async () => {
    const { db } = world.deps;
    const { id: userId } = await makeUser(db);
    const search = parse("CPC-A remote texas 30/hr", ["texas"]);
    const id = await saveSearch(world.deps, { userId, search, frequency: "daily" });
    const saved = await db
      .selectFrom("savedSearches")
      .select(["params", "asks", "asked", "payMin"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(saved).toMatchObject({
      params: jobSearchParams(search).toString(),
      asked: "( 'credential:CPC-A' | 'apprentice' ) & 'mode:remote'",
      payMin: 30,
    });
    expect(saved.asks).toContain("CPC-A, or apprentices accepted; Remote");
  });
});
