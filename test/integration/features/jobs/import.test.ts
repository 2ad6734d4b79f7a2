import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmImport, discardImport } from "#app/features/jobs/import/answer-import.server.ts";
import { readImport } from "#app/features/jobs/import/read-import.server.ts";
import { runImport } from "#app/features/jobs/import/run-import.server.ts";
import { startImport } from "#app/features/jobs/import/start-import.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { publishStoredJob } from "#app/features/jobs/publish-stored-job.server.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
let member: Member;

beforeEach(async () => {
  const employer = await makeEmployer(world.deps.db);
  const user = await makeMember(world.deps.db, employer.id);
  member = { employerId: employer.id, userId: user.id };
});

const HEADINGS =
  "reference,title,specialty,settings,families,employment,workMode,states,pay,description,closesOn";
const row = (reference: string, title: string, closesOn = "2027-01-20") =>
  `${reference},${title},Interventional cardiology,Pro-fee,"92920-92944, 24 months",Full-time,Remote,FL;GA,$30 - $39 per hour,Code cath lab cases.,${closesOn}`;

const NEVER = new AbortController().signal;

async function upload(text: string | Uint8Array, filename = "jobs.csv", by = member) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const idempotencyKey = randomUUID();
  return await startImport(world.deps, { member: by, filename, bytes, idempotencyKey });
}
const run = (importId: string, signal = NEVER) => runImport(world.deps, { importId }, { signal });
const page = (importId: string, by = member, query = "") =>
  readImport(world.deps, {
    employerId: by.employerId,
    importId,
    query: new URLSearchParams(query),
  });
const ownJobs = () =>
  world.deps.db
    .selectFrom("jobs")
    .selectAll()
    .where("employerId", "=", member.employerId)
    .orderBy("reference")
    .execute();

async function dryRun(text: string | Uint8Array, filename?: string) {
  const importId = await upload(text, filename);
  await run(importId);
  return importId;
}
async function importAll(importId: string, includesIncomplete = true) {
  await confirmImport(world.deps, { member, importId, includesIncomplete });
  await run(importId);
}

describe("The dry run", () => {
  it("says of every row what it becomes, and makes no job", async () => {
    const importId = await dryRun(
      [
        HEADINGS,
        row("R1", "Cath lab coder"),
        "R2,Half a job",
        row("R1", "Again"),
        "R4,",
        "a,b,c,d,e,f,g,h,i,j,k,l",
      ].join("\n"),
    );
    const { status, counts, rows } = await page(importId);
    expect(status).toBe("read");
    expect(counts).toEqual({ ready: 1, incomplete: 1, exists: 0, repeated: 1, refused: 2 });
    expect(rows[0]?.families.map(({ family, asked }) => [family.id, asked])).toEqual([
      ["cpt-coronary-intervention", "2 years"],
    ]);
    expect(rows[0]?.families[0]?.words).toContain("92920-92944");
    expect(rows[1]?.problems.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Main specialty", "Code families", "How the job pays"]),
    );
    expect(rows[2]?.reason).toBe("The same job as on line 2; only that one is used.");
    expect(rows[3]?.reason).toBe("This row has no title.");
    expect(rows[4]?.reason).toContain("12 cells and the heading 11");
    expect(await ownJobs()).toEqual([]);
  });

  it("tells why a file cannot be read at all", async () => {
    const importId = await dryRun("no headings here\n1,2");
    expect(await page(importId)).toMatchObject({
      status: "failed",
      failure: expect.stringContaining("“title”"),
      rows: [],
    });
  });

  it("begins anew when it was killed, without a row too many", async () => {
    const text = [HEADINGS, ...Array.from({ length: 450 }, (_, at) => row(`R${at}`, "Coder"))];
    const importId = await upload(text.join("\n"));
    const killed = new AbortController();
    setTimeout(() => killed.abort(), 150);
    await run(importId, killed.signal).catch(() => {});
    await run(importId);
    expect((await page(importId)).all).toBe(450);
  });

  it("is another employer's unknown page", async () => {
    const importId = await dryRun([HEADINGS, row("R1", "Coder")].join("\n"));
    const other = await makeEmployer(world.deps.db);
    const stranger = { userId: member.userId, employerId: other.id };
    await expect(page(importId, stranger)).rejects.toMatchObject({ code: "not-found" });
    const ask = { member: stranger, importId };
    await expect(
      confirmImport(world.deps, { ...ask, includesIncomplete: true }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(discardImport(world.deps, ask)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("The import", () => {
  it("makes drafts that can be published as they are", async () => {
    const importId = await dryRun([HEADINGS, row("R1", "Cath lab coder")].join("\n"));
    await importAll(importId);
    const [job] = await ownJobs();
    expect(job).toMatchObject({
      status: "draft",
      reference: "R1",
      specialty: "interventional-cardiology",
      hourlyMin: 30,
      eligibleStates: ["FL", "GA"],
      formDraft: null,
    });
    await publishStoredJob(world.deps, {
      member,
      seen: { jobId: job?.id ?? "", version: job?.version ?? 0 },
      idempotencyKey: randomUUID(),
    });
    expect((await ownJobs())[0]?.status).toBe("published");
  });

  it("leaves incomplete rows out when asked to, and keeps what they say otherwise", async () => {
    const text = [HEADINGS, row("R1", "Coder"), "R2,Half a job,Basket weaving"].join("\n");
    const importId = await dryRun(text);
    await importAll(importId, false);
    expect((await ownJobs()).map(({ reference }) => reference)).toEqual(["R1"]);
    const again = await dryRun(text);
    await importAll(again);
    const [, half] = await ownJobs();
    expect(half).toMatchObject({ reference: "R2", title: "Half a job", status: "draft" });
  });

  it("changes nothing when the same file comes again, row for row", async () => {
    const text = [HEADINGS, row("R1", "Coder"), row("", "No reference of its own")].join("\n");
    await importAll(await dryRun(text));
    const before = await ownJobs();
    expect(before).toHaveLength(2);
    const again = await dryRun(text);
    expect((await page(again)).counts).toMatchObject({ exists: 2, ready: 0 });
    await importAll(again);
    expect(await ownJobs()).toEqual(before);
  });

  it("makes each job once, however many imports of one file run at a time", async () => {
    const text = [HEADINGS, ...Array.from({ length: 40 }, (_, at) => row(`R${at}`, "Coder"))];
    const imports = await Promise.all([1, 2, 3, 4].map(() => dryRun(text.join("\n"))));
    await Promise.all(imports.map((importId) => importAll(importId)));
    expect(await ownJobs()).toHaveLength(40);
    const pages = await Promise.all(imports.map((importId) => page(importId)));
    expect(pages.reduce((sum, { rowsImported }) => sum + rowsImported, 0)).toBe(40);
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set(["imported"]));
  });

  it("is asked for once, however often the button is pressed", async () => {
    const importId = await dryRun([HEADINGS, row("R1", "Coder")].join("\n"));
    const press = () => confirmImport(world.deps, { member, importId, includesIncomplete: true });
    await Promise.all(Array.from({ length: 20 }, press));
    const asked = (await world.tasks("import-jobs")).filter((task) => task.importId === importId);
    // The reading, and the import.
    expect(asked).toHaveLength(2);
  });

  it("goes on where it was when its worker was killed", async () => {
    const text = [HEADINGS, ...Array.from({ length: 350 }, (_, at) => row(`R${at}`, "Coder"))];
    const importId = await dryRun(text.join("\n"));
    await confirmImport(world.deps, { member, importId, includesIncomplete: true });
    const killed = new AbortController();
    setTimeout(() => killed.abort(), 200);
    await run(importId, killed.signal).catch(() => {});
    await run(importId);
    expect(await ownJobs()).toHaveLength(350);
    expect(await page(importId)).toMatchObject({ status: "imported", rowsImported: 350 });
  });

  it("makes no second draft of a row whose first was deleted while the rest was imported", async () => {
    const rows = Array.from({ length: 150 }, (_, n) => row(`R${1000 + n}`, `Coder ${n}`));
    const importId = await dryRun([HEADINGS, ...rows].join("\n"));
    await confirmImport(world.deps, { member, importId, includesIncomplete: true });
    await run(importId);
    const { id } = (await ownJobs())[0] ?? { id: "" };
    await world.deps.db.deleteFrom("jobs").where("id", "=", id).execute();
    await world.deps.db
      .updateTable("jobImports")
      .set({ status: "importing" })
      .where("id", "=", importId)
      .execute();
    await run(importId);
    expect(await ownJobs()).toHaveLength(149);
  });

  it("reads Windows files and feeds alike", async () => {
    const text = `title,reference\nCaf\u00e9 coder,W1`;
    const importId = await dryRun(new Uint8Array(Buffer.from(text, "latin1")));
    const read = await page(importId);
    expect(read.rows[0]?.title).toBe("Café coder");
    expect(read.notes[0]).toContain("not in UTF-8");
    const feed = await dryRun(
      "<source><job><title>Coder</title><referencenumber>X1</referencenumber><description><![CDATA[<p>Needs 92920-92944.</p>]]></description></job></source>",
      "jobs.xml",
    );
    expect((await page(feed)).rows[0]).toMatchObject({
      reference: "X1",
      families: [{ family: { id: "cpt-coronary-intervention" } }],
    });
  });

  it("takes ten thousand rows, with a page that says how far it is", async () => {
    const text = [
      HEADINGS,
      ...Array.from({ length: 10_000 }, (_, at) => row(`R${at}`, `Coder ${at}`)),
    ];
    const importId = await upload(text.join("\n"));
    const reading = run(importId);
    await expect
      .poll(async () => (await page(importId)).rowsRead, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await reading;
    expect(await page(importId, member, "page=200")).toMatchObject({
      counts: { ready: 10_000 },
      pageCount: 200,
    });
    await importAll(importId);
    expect(await page(importId)).toMatchObject({ status: "imported", rowsImported: 10_000 });
  }, 180_000);
});

it("takes files whose cells, headings and name hold what Postgres cannot store", async () => {
  const text = [
    `${HEADINGS},od\u0000d`,
    row("R\u00001", `Cath\u0000 lab ${"\u{1f489}".repeat(150)}`),
    row("R2", "Coder"),
  ].join("\n");
  const importId = await dryRun(text, "jo\u0000bs\ud83d.csv");
  expect((await page(importId)).status).toBe("read");
  await importAll(importId);
  expect((await page(importId)).status).toBe("imported");
  expect((await ownJobs()).length).toBe(2);
});
