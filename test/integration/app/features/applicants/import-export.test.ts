import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import {
  exportProfileAsJson,
  exportProfileAsPdf,
} from "#app/features/applicants/export-profile.server.ts";
import { importJsonResume } from "#app/features/applicants/json-resume/import-json-resume.server.ts";
import { extractText } from "#app/platform/document-text/extract-text.server.ts";
import { findKeptJsonResume } from "#db/queries/kept-json-resumes.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const { resolve } = createRequire(import.meta.url);
const sample = await readFile(resolve("@jsonresume/schema/sample.resume.json"), "utf8");

const viewerOf = ({ id, name, email }: { id: string; name: string; email: string }) => ({
  userId: id,
  name,
  email,
});
const send = (
  viewer: ReturnType<typeof viewerOf>,
  fields: Record<string, string>,
  ticked: readonly string[] = [],
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const key of ticked) form.append("accept", key);
  return importJsonResume(world.deps, { viewer, form });
};
const previewOf = async (viewer: ReturnType<typeof viewerOf>, document: string) => {
  const answer = await send(viewer, { intent: "preview", document });
  if (answer.outcome !== "preview") throw new Error(JSON.stringify(answer));
  return answer.preview;
};
const audited = (userId: string) =>
  world.deps.db
    .selectFrom("auditEntries")
    .select(["action", "details"])
    .where("actorId", "=", userId)
    .execute();

describe("the import of a JSON Resume", () => {
  it("changes nothing before it is accepted, then takes what was ticked and keeps the rest for the export", async () => {
    const user = await makeUser(world.deps.db);
    const viewer = viewerOf(user);
    const preview = await previewOf(viewer, sample);
    expect(preview.keptSections).toContain("volunteer");
    expect((await readProfile(world.deps.db, user.id)).version).toBe(0);
    const keys = preview.items.map(({ key }) => key);
    expect(keys).toEqual([
      "text-headline",
      "text-about",
      "text-city",
      "text-state",
      "work-0",
      "education-0",
    ]);
    const accepted = await send(
      viewer,
      { intent: "accept", document: preview.document, version: String(preview.version) },
      keys,
    );
    expect(accepted).toEqual({ outcome: "imported" });
    const { profile } = await readProfile(world.deps.db, user.id);
    expect(profile).toMatchObject({ headline: "Programmer", city: "San Francisco", state: "CA" });
    const file = await exportProfileAsJson(world.deps, { userId: user.id });
    expect(JSON.parse(new TextDecoder().decode(file.bytes))).toEqual(JSON.parse(sample));
    expect(await audited(user.id)).toEqual([
      { action: "profile-exported", details: { format: "json-resume" } },
    ]);
  });

  it("leaves a declined job out of the export too", async () => {
    const user = await makeUser(world.deps.db);
    const viewer = viewerOf(user);
    const { document, version } = await previewOf(viewer, sample);
    await send(viewer, { intent: "accept", document, version: String(version) }, ["text-headline"]);
    const file = await exportProfileAsJson(world.deps, { userId: user.id });
    const exported = JSON.parse(new TextDecoder().decode(file.bytes));
    expect(exported).not.toHaveProperty("work");
    expect(exported.basics).toMatchObject({ label: "Programmer", phone: "(912) 555-4321" });
    expect(exported.volunteer).toEqual(JSON.parse(sample).volunteer);
  });

  it.each([
    ["", "Choose a file or paste"],
    ["{ basics: }", "This is not JSON"],
    ['"text"', "no object"],
    ['{"hello":1}', "none of its sections"],
    [`${'{"basics":'.repeat(60)}1${"}".repeat(60)}`, "deeper"],
    [`{"basics":{"summary":"${"x".repeat(160_000)}"}}`, "longer"],
  ])("of %.20s… is refused in a sentence, with what was typed kept", async (document, sentence) => {
    const viewer = viewerOf(await makeUser(world.deps.db));
    const answer = await send(viewer, { intent: "preview", document });
    expect(answer).toMatchObject({ outcome: "refused", status: 422 });
    const form = answer.outcome === "refused" ? answer.form : null;
    expect(form?.errors.document?.[0]).toContain(sentence);
    expect(form?.values.document).toEqual([document]);
  });

  it("stores what Postgres cannot, cleaned", async () => {
    const user = await makeUser(world.deps.db);
    const document = '{"basics":{"label":"a\\u0000b\\ud800"},"x\\u0000y":["\\u0000"]}';
    const { version } = await previewOf(viewerOf(user), document);
    const answer = await send(viewerOf(user), {
      intent: "accept",
      document,
      version: String(version),
    });
    expect(answer).toEqual({ outcome: "imported" });
    const kept = await findKeptJsonResume(world.deps.db, user.id);
    expect(kept?.document).toEqual({ basics: { label: "ab\ufffd" }, xy: [""] });
  });

  it("over a profile saved meanwhile changes nothing and shows the document again", async () => {
    const user = await makeUser(world.deps.db);
    const { document } = await previewOf(viewerOf(user), sample);
    const answer = await send(viewerOf(user), { intent: "accept", document, version: "7" }, [
      "work-0",
    ]);
    expect(answer).toMatchObject({ outcome: "preview", status: 409, preview: { document } });
    expect(await findKeptJsonResume(world.deps.db, user.id)).toBeNull();
  });
});

describe("the PDF of a profile", () => {
  const textOf = async (userId: string, withNumbers: boolean) => {
    const file = await exportProfileAsPdf(world.deps, { userId, withNumbers });
    const text = await extractText(file.bytes, { kind: "pdf" });
    return text.ok ? text.lines.join("\n") : text.why;
  };

  it("is readable text, tagged, with families and credentials, and member numbers only when asked for", async () => {
    const { user } = await makeApplicant(world.deps.db, {
      user: { name: "Žofie Ångström" },
      payWishedType: "hourly",
      payWishedMin: 41,
    });
    await world.deps.db
      .updateTable("applicantCredentials")
      .set({ number: "01183422", expiresOn: "2027-05-31" })
      .where("userId", "=", user.id)
      .execute();
    const plain = await textOf(user.id, false);
    expect(plain).toContain("Žofie Ångström");
    expect(plain).toContain("CPT 92920–92998 Coronary and vascular interventions (PCI)");
    expect(plain).toContain("3 years, last used October 2026, 96% accuracy");
    expect(plain).toContain("valid until May 2027");
    expect(plain).not.toContain("01183422");
    expect(plain).not.toContain("41");
    expect(await textOf(user.id, true)).toContain("number 01183422");
    const { bytes } = await exportProfileAsPdf(world.deps, { userId: user.id, withNumbers: false });
    expect(Buffer.from(bytes).toString("latin1")).toMatch(
      /\/MarkInfo[\s\S]*\/StructTreeRoot|\/StructTreeRoot[\s\S]*\/MarkInfo/,
    );
    expect((await audited(user.id)).map(({ details }) => details)).toEqual([
      { format: "pdf", withNumbers: false },
      { format: "pdf", withNumbers: true },
      { format: "pdf", withNumbers: false },
    ]);
  });
});
