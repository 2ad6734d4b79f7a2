import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { APPLICATION_STAGES, OPEN_STAGES } from "#app/domain/application-stage.ts";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import { COLUMN_CARDS, type PipelineQuery } from "#app/domain/pipeline-query.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { BULK_MAX } from "#app/features/applications/pipeline/bulk-limits.ts";
import { readNeighbours } from "#app/features/applications/pipeline/read-neighbours.server.ts";
import { readPipeline } from "#app/features/applications/pipeline/read-pipeline.server.ts";
import { readSelection } from "#app/features/applications/pipeline/read-selection.server.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let jobId: string;

const NAMES = ["Dana Coder", "Lee O'Brien", "Ana 100%_able", "Danielle Coder-Lee", "Ümit Öz"];
const STATES = ["FL", "TX", null];
const CREDENTIALS = [["CPC"], ["CPC", "CIRCC"], ["CPC-A"], []];
const FAMILIES = [
  "cpt-coronary-intervention",
  "cpt-echo",
  "icd10cm-pulmonary-circulation",
  "cpt-medicine-cardiovascular",
];
const pick = <One>(list: readonly One[], at: number): One => list[at % list.length] as One;

const experience = (familyId: string) => ({
  familyId,
  months: 12,
  lastUsedOn: null,
  accuracyPercent: null,
  volume: null,
  volumeUnit: null,
});
const credential = (code: string) => ({
  code,
  issuer: "",
  number: "",
  earnedOn: null,
  expiresOn: null,
  status: "self-reported" as const,
});

beforeAll(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  const { employerId } = owner.membership;
  jobId = (await makeJob(db, { employerId })).id;
  const other = await makeJob(db, { employerId });
  for (let n = 0; n < 90; n += 1) {
    const { id: applicantId } = await makeUser(db);
    const snapshot = makeSnapshot({
      name: pick(NAMES, n),
      state: pick(STATES, Math.floor(n / 2)),
      credentials: pick(CREDENTIALS, Math.floor(n / 3)).map(credential),
      experience: [pick(FAMILIES, n), pick(FAMILIES, Math.floor(n / 5))].map(experience),
    });
    const stage = n % 9 < 5 ? "submitted" : pick(APPLICATION_STAGES, n);
    const row = await makeApplication(db, {
      jobId: n % 15 === 14 ? other.id : jobId,
      applicantId,
      stage,
      snapshot: toJson(stage === "withdrawn" ? null : snapshot),
      matchScore: (n * 37) % 101,
      submittedAt: new Date(Date.UTC(2026, 9, 1, n % 20)),
      replyBy: n % 4 === 0 ? null : new Date(Date.UTC(2026, 10, 1 + (n % 28))),
      firstReplyAt: n % 3 === 0 ? new Date() : null,
    });
    if (n % 2 === 0 && stage !== "withdrawn") {
      await db
        .insertInto("applicationRatings")
        .values({ applicationId: row.id, userId: owner.userId, score: 1 + (n % 5) })
        .execute();
    }
  }
}, 60_000);

const read = async (address: string) => {
  const page = await readPipeline(world.deps, {
    viewer: owner,
    jobId,
    query: parsePipelineQuery(new URLSearchParams(address)),
    usualView: "list",
  });
  if (!page) throw new Error("There is no such page.");
  return page;
};

const FILTERS = {
  stage: ["", "submitted", "interview"],
  name: ["", "coder", "lee o'b", "100%_", "ümit"],
  credential: ["", "CPC", "CIRCC", "CPC-A"],
  family: ["", "cpt-coronary-intervention", "cpt-medicine-cardiovascular"],
  state: ["", "FL", "NY"],
  minScore: ["", "50", "100"],
  minRating: ["", "3", "5"],
};
const NAMES_OF = Object.keys(FILTERS) as (keyof typeof FILTERS)[];

/** Everything of the job in plain rows, asked without any of the columns under test. */
async function plainRows() {
  const { rows } = await sql<{
    id: string;
    stage: string;
    match_score: number;
    snapshot: { name: string; state: string | null } & Record<
      "credentials" | "experience",
      { code: string; familyId: string }[]
    >;
    rating: number | null;
  }>`select a.id, a.stage, a.match_score, a.snapshot,
       (select avg(score)::float from application_ratings where application_id = a.id) as rating
     from applications a where a.job_id = ${jobId}`.execute(world.deps.db.withoutPlugins());
  return rows;
}
type Plain = Awaited<ReturnType<typeof plainRows>>[number];

const holds = (id: string, asked: string) =>
  id === asked || (asked === "cpt-medicine-cardiovascular" && id.startsWith("cpt-"));

function fits({ snapshot, ...row }: Plain, query: PipelineQuery): boolean {
  const words = query.name.toLowerCase().split(" ").filter(Boolean);
  return (
    (query.stage === null || row.stage === query.stage) &&
    words.every((word) => snapshot?.name.toLowerCase().includes(word)) &&
    (query.credential === null ||
      snapshot?.credentials.some(({ code }) => code === query.credential) === true) &&
    query.families.every((asked) =>
      snapshot?.experience.some(({ familyId }) => holds(familyId, asked)),
    ) &&
    (query.state === null || snapshot?.state === query.state) &&
    row.match_score >= (query.minScore ?? 0) &&
    (row.rating ?? 0) >= (query.minRating ?? 0)
  );
}

const pairs = NAMES_OF.flatMap((first, at) =>
  NAMES_OF.slice(at + 1).flatMap((second) =>
    FILTERS[first].flatMap((one) =>
      FILTERS[second].map((two) => new URLSearchParams({ [first]: one, [second]: two }).toString()),
    ),
  ),
);

describe("the filters of a job's applications", () => {
  it(`mean what plain rows say, for ${pairs.length} pairs of them`, async () => {
    const rows = await plainRows();
    for (const address of pairs) {
      const page = await read(address);
      const meant = rows.filter((row) => fits(row, page.query)).map(({ id }) => id);
      const shown = page.lines.map(({ id }) => id);
      if (page.pageCount > 1)
        shown.push(...(await read(`${address}&page=2`)).lines.map(({ id }) => id));
      expect(shown.sort(), address).toEqual(meant.sort());
      expect(page.found, address).toBe(meant.length);
    }
  }, 120_000);

  it("offer the families of the job, those asked for, and those looked up that are neither", async () => {
    const { choices, filtered, found } = await read("family=cpt-echo&find=93306");
    const ids = choices.families.map(({ id }) => id);
    expect(ids).toEqual(["cpt-coronary-intervention", "cpt-echo"]);
    expect(choices.found?.length).toBeGreaterThan(0);
    expect(choices.found?.filter(({ id }) => ids.includes(id))).toEqual([]);
    expect(filtered).toBe(true);
    expect((await read("family=cpt-echo")).choices.found).toBeNull();
    expect((await read("family=cpt-echo")).found).toBe(found);
    expect((await read("find=qqqqqq")).choices.found).toEqual([]);
  });

  it.each([
    "family=nowhere",
    "state=ZZ",
    "minScore=-1",
    "minScore=1e9",
    "minRating=6",
    "sort=;drop",
    "more=offer~99999999",
    "credential=%27%3B",
    "view=table",
  ])("fall back instead of failing for %s", async (address) => {
    expect(await read(address)).toMatchObject({ filtered: false, query: { opened: {} } });
  });
});

describe("the orders", () => {
  it.each(["newest", "match", "reply", "rating", "name"])(
    "by %s give every application once over the pages, the same twice",
    async (sort) => {
      const all = async () =>
        [await read(`sort=${sort}`), await read(`sort=${sort}&page=2`)].flatMap(({ lines }) =>
          lines.map(({ id }) => id),
        );
      const [first, second] = [await all(), await all()];
      expect(new Set(first).size).toBe(84);
      expect(second).toEqual(first);
    },
  );

  it("by reply put those that wait first, the soonest promise before the later", async () => {
    const { lines } = await read("sort=reply&stage=submitted");
    const dates = lines.map(({ replyBy }) => replyBy);
    const promised = dates.filter((date) => date !== null);
    expect(promised).toEqual([...promised].sort());
    expect(dates.slice(0, promised.length)).toEqual(promised);
  });
});

describe("the board", () => {
  it("shows the open stages bounded, and more of a column when asked", async () => {
    const board = await read("view=board");
    expect(board.columns.map(({ stage }) => stage)).toEqual(OPEN_STAGES);
    const submitted = board.columns[0]!;
    expect(submitted.cards).toHaveLength(COLUMN_CARDS);
    expect(submitted.more).toBe(3 * COLUMN_CARDS);
    const more = await read(`view=board&more=submitted~${submitted.more}`);
    expect(more.columns[0]!.cards).toHaveLength(submitted.more!);
    expect(more.columns[1]).toEqual(board.columns[1]);
    expect(board.lines).toEqual([]);
  });

  it("offers only moves that the lifecycle allows, and none to viewers", async () => {
    const { employerId } = owner.membership;
    const viewer = await makeMemberViewer(world.deps.db, { employerId, role: "viewer" });
    const query = parsePipelineQuery(new URLSearchParams("view=board"));
    const read = await readPipeline(world.deps, { viewer, jobId, query, usualView: "board" });
    const cards = read!.columns.flatMap((column) => column.cards);
    expect(cards.every(({ moves, mayDecline }) => moves.length === 0 && !mayDecline)).toBe(true);
  });
});

describe("the ticked applications", () => {
  const select = (ids: readonly string[]) => {
    const params = new URLSearchParams([["do", "move"], ...ids.map((id) => ["id", id])]);
    return readSelection(world.deps, { viewer: owner, jobId, params });
  };

  it("are answered up to fifty at once, and the rest is said to be left out", async () => {
    const ids = (await plainRows()).map(({ id }) => id);
    const { ready, closed, leftOut } = await select([...ids, ids[0]!]);
    expect(ready.length + closed.length).toBe(BULK_MAX);
    expect(leftOut).toBe(ids.length - BULK_MAX);
    expect(await select(ids.slice(0, 3))).toMatchObject({ leftOut: 0 });
  });
});

describe("going from one application to the next", () => {
  it.each([
    "sort=match&stage=submitted",
    "sort=name",
    "state=TX&sort=rating",
    "view=board&stage=submitted",
  ])("follows the list for %s", async (address) => {
    const { lines, found } = await read(address.replace("view=board&", ""));
    const ids = lines.map(({ id }) => id);
    const params = new URLSearchParams(address);
    for (const at of [0, 1, ids.length - 1]) {
      const way = await readNeighbours(world.deps, { jobId, id: ids[at]!, params });
      expect(way).toMatchObject({ place: at + 1, total: found });
      if (at > 0) expect(way?.previous).toContain(ids[at - 1]);
      else expect(way?.previous).toBeNull();
      if (at + 1 < ids.length) expect(way?.next).toContain(ids[at + 1]);
    }
  });

  it("keeps the way on for an application that a move has taken out of the filter", async () => {
    const { lines } = await read("stage=interview");
    const gone = lines[0]!;
    const other = (await read("stage=offer")).lines[0]!;
    const params = new URLSearchParams("stage=interview");
    const way = await readNeighbours(world.deps, { jobId, id: other.id, params });
    expect(way?.total).toBe(lines.length + 1);
    expect(JSON.stringify(way)).toContain(gone.id);
  });
});
