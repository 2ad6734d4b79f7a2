import { beforeAll, describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createSearch } from "#search/client.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();
const titles = new Map<string, string>();

const must = (familyId: string) => ({ familyId, level: "must" as const, minMonths: 12 });

beforeAll(async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db, { name: "Harborline Heart Institute" });
  const jobs: [name: string, values: Parameters<typeof makeJob>[1]][] = [
    [
      "pvl",
      {
        specialty: "interventional-cardiology",
        requirements: [must("cpt-structural-paravalvular")],
      },
    ],
    [
      "echo",
      { title: "Echo lab coder", specialty: "cardiology", requirements: [must("cpt-echo")] },
    ],
    [
      "cardiovascular",
      { title: "Heart coder", requirements: [must("cpt-medicine-cardiovascular")] },
    ],
    [
      "any-cpt",
      { title: "Multispecialty coder", specialty: "primary-care-em", requirements: [must("cpt")] },
    ],
    ["congenital", { title: "Congenital coder", requirements: [must("cpt-cath-congenital")] }],
    [
      "ischemic",
      {
        title: "Inpatient coder",
        specialty: "inpatient-facility-drg",
        requirements: [must("icd10cm-ischemic-heart")],
      },
    ],
    [
      "diabetes",
      {
        title: "Clinic coder",
        specialty: "endocrinology",
        requirements: [must("icd10cm-diabetes")],
      },
    ],
    [
      "injectables",
      {
        title: "Infusion coder",
        specialty: "infusion-injection",
        requirements: [must("hcpcs-j-injectables")],
      },
    ],
    [
      "wheelchair",
      {
        title: "DME coder",
        specialty: "dme-orthotics-prosthetics",
        requirements: [must("hcpcs-e-wheelchair")],
      },
    ],
    [
      "pcs-heart",
      {
        title: "Facility coder",
        specialty: "inpatient-facility-drg",
        requirements: [must("icd10pcs-heart")],
      },
    ],
    [
      "drg",
      {
        title: "DRG validator",
        specialty: "payer-payment-integrity",
        requirements: [must("msdrg-mdc05-surgical")],
      },
    ],
    [
      "v24",
      {
        title: "Chart reviewer",
        specialty: "risk-adjustment-hcc",
        requirements: [must("hcc-v24")],
      },
    ],
    [
      "v28-heart",
      {
        title: "Risk adjustment coder",
        specialty: "risk-adjustment-hcc",
        requirements: [must("hcc-v28-cardio-respiratory")],
      },
    ],
    [
      "apc",
      {
        title: "Outpatient coder",
        specialty: "outpatient-facility",
        requirements: [must("apc-vascular-cardiac")],
      },
    ],
    ["category-3", { title: "Research coder", requirements: [must("cpt-category-iii")] }],
    [
      "pla",
      { title: "Genomics coder", specialty: "molecular-genetics", requirements: [must("cpt-pla")] },
    ],
    [
      "legs",
      {
        title: "Vascular coder",
        specialty: "vascular-surgery",
        requirements: [must("cpt-vasc-leg-revasc")],
      },
    ],
    [
      "radiology",
      {
        title: "Diagnostic radiology coder",
        specialty: "diagnostic-radiology",
        requirements: [must("cpt-rad-chest")],
      },
    ],
    [
      "ir",
      {
        title: "Interventional radiology coder",
        specialty: "interventional-radiology",
        requirements: [must("cpt-rad-vascular")],
      },
    ],
    [
      "ed",
      {
        title: "Emergency department coder",
        specialty: "emergency-medicine",
        requirements: [must("cpt-em-emergency")],
        description: "Leveling of visits.",
      },
    ],
    [
      "education",
      {
        title: "Education lead",
        specialty: "education-training",
        requirements: [],
        description: "Education of providers.",
      },
    ],
    [
      "none",
      {
        title: "Chart clerk",
        specialty: "medical-billing",
        requirements: [],
        employerId: employer.id,
      },
    ],
  ];
  for (const [name, values] of jobs) {
    const job = await makeJob(db, { specialty: "pathology-lab", ...values });
    titles.set(job.id, name);
  }
  await indexJobs(world.deps);
}, 60_000);

const but = (parts: Partial<Deps>) => (): Deps => ({ ...world.deps, ...parts });
const backends = [
  { name: "meilisearch", by: ["meilisearch"], deps: but({}) },
  // Codes alone are found in memory, and words by Postgres.
  { name: "memory", by: ["columns", "postgres"], deps: but({ search: null }) },
  { name: "postgres", by: ["postgres"], deps: but({ search: null, columns: null }) },
];

/** Typed → exactly the jobs it lists. */
const CODES: Record<string, string> = {
  "93590": "any-cpt cardiovascular pvl",
  "9359": "any-cpt cardiovascular congenital pvl",
  "93580-93592": "any-cpt cardiovascular pvl",
  "93306": "any-cpt cardiovascular echo",
  "I25.10": "ischemic",
  i2510: "ischemic",
  I2: "ischemic",
  E11: "diabetes",
  E1165: "diabetes wheelchair",
  "E11.65": "diabetes",
  J1885: "injectables",
  "02RF38Z": "pcs-heart",
  "DRG 247": "drg",
  "HCC 85": "v24",
  "HCC 226": "v28-heart",
  "V24 HCC 85": "v24",
  "APC 5193": "apc",
  "0075T": "any-cpt category-3",
  "0241U": "any-cpt pla",
  "37225": "any-cpt legs",
  "93590 I25.10": "",
  "HCC 500": "",
  "99999 93590": "",
};

for (const { name, by, deps } of backends) {
  describe(`On ${name}`, () => {
    const list = async (q: string) => {
      const result = await findJobs(deps(), parseJobSearch(new URLSearchParams({ q })));
      expect(by).toContain(result.backend);
      expect(result.hits).toHaveLength(Math.min(result.total, result.pageSize));
      return result.hits.map(({ id }) => titles.get(id) ?? id);
    };

    for (const [typed, wanted] of Object.entries(CODES)) {
      it(`lists for “${typed}” the jobs that require it`, async () => {
        expect((await list(typed)).toSorted().join(" ")).toBe(wanted);
      });
    }

    it("says how it read a code", async () => {
      const { interpreted } = await findJobs(
        deps(),
        parseJobSearch(new URLSearchParams("q=93590")),
      );
      expect(interpreted.codes).toEqual([
        {
          code: "93590",
          system: "cpt",
          families: [
            {
              id: "cpt-structural-paravalvular",
              label: "Paravalvular leak closure",
              range: "93590–93592",
            },
            expect.objectContaining({ id: "cpt-medicine-cardiovascular" }),
            expect.objectContaining({ id: "cpt" }),
          ],
        },
      ]);
    });

    it("forgives slips of the keyboard in words", async () => {
      expect(await list("cardiolgy")).toContain("echo");
      expect(await list("radiolgy")).toEqual(expect.arrayContaining(["radiology", "ir"]));
      expect(await list("interventonal radiology")).toContain("ir");
      expect(await list("harborlin heart")).toContain("none");
    });

    it("never corrects a code or another number", async () => {
      expect(await list("93591 unheardof")).toEqual([]);
      expect(await list("RxHCC85")).toEqual([]);
    });

    it("knows what the field says for one thing", async () => {
      expect(await list("ir")).toContain("ir");
      expect(await list("risk adjustment")).toEqual(expect.arrayContaining(["v24", "v28-heart"]));
      expect(await list("hcc")).toContain("v28-heart");
      expect(await list("ED")).toContain("ed");
      expect(await list("emergency room")).toContain("ed");
      expect(await list("cath lab")).toContain("pvl");
    });

    it("takes a short word whole: ED is not education", async () => {
      expect(await list("ED")).not.toContain("education");
    });

    it("asks for every word, codes included, but for those any posting says", async () => {
      expect(await list("congenital 9359")).toEqual(["congenital"]);
      expect(await list("coding jobs for a congenital coder")).toEqual(["congenital"]);
      expect(await list("congenital unicorn")).toEqual([]);
      expect(await list("jobs")).toHaveLength(20);
    });

    it("puts the job that says it in its title first", async () => {
      expect((await list("diagnostic radiology"))[0]).toBe("radiology");
    });
  });
}

describe("With the engine stopped", () => {
  const stopped = but({
    columns: null,
    search: createSearch({ url: "http://127.0.0.1:9", key: "none", patienceMs: 400 }),
  });

  it("answers from Postgres, and stops asking after five failures", async () => {
    const deps = stopped();
    for (let time = 0; time < 5; time += 1) {
      const { backend, total } = await findJobs(
        deps,
        parseJobSearch(new URLSearchParams("q=93590")),
      );
      expect({ backend, total }).toEqual({ backend: "postgres", total: 3 });
    }
    expect(deps.search?.breaker.allows()).toBe(false);
  });

  it("does not wait for one that hangs", async () => {
    const { createServer } = await import("node:net");
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    const search = createSearch({ url: `http://127.0.0.1:${port}`, key: "none" });
    const started = performance.now();
    const { backend } = await findJobs(
      { ...world.deps, search, columns: null },
      parseJobSearch(new URLSearchParams()),
    );
    expect(backend).toBe("postgres");
    expect(performance.now() - started).toBeLessThan(3_000);
    silent.close();
  });
});
