import { randomBytes, randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import {
  createAnotherEmployer,
  createEmployer,
  editEmployer,
} from "#app/features/employers/save-employer.server.ts";
import { findEmployer, findLogo } from "#db/queries/employers.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const input = (change: Record<string, unknown> = {}) => ({
  name: "St. Mary's Heart & Lung",
  kind: "physician-group",
  website: "https://st-marys.example.com",
  city: "",
  state: null,
  about: "We code hearts.",
  removeLogo: false,
  ...change,
});
const newUser = () => makeUser(world.deps.db, { kind: "employer" });
const membershipsOf = (userId: string) =>
  world.deps.db
    .selectFrom("employerMembers")
    .innerJoin("employers", "employers.id", "employerMembers.employerId")
    .select(["employerMembers.role", "employers.slug", "employers.id"])
    .where("userId", "=", userId)
    .execute();

describe("creating another employer page", () => {
  const another = (userId: string, key: string, name = "Second House") =>
    createAnotherEmployer(world.deps, { userId, input: input({ name }), logo: null, key });

  it("happens once for a form sent five times at once, and again for another", async () => {
    const { id: userId } = await newUser();
    await createEmployer(world.deps, { userId, input: input({ name: "First House" }), logo: null });
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 5 }, () => another(userId, key)));
    expect(new Set(ids).size).toBe(1);
    expect(await membershipsOf(userId)).toHaveLength(2);
    await another(userId, randomUUID(), "Third House");
    expect(await membershipsOf(userId)).toHaveLength(3);
  });

  it("is refused past ten in a day, to one account and no other", async () => {
    const [{ id: busy }, { id: calm }] = [await newUser(), await newUser()];
    for (let n = 0; n < 10; n += 1) await another(busy, randomUUID());
    await expect(another(busy, randomUUID())).rejects.toMatchObject({ code: "too-many-attempts" });
    expect(await membershipsOf(busy)).toHaveLength(10);
    await another(calm, randomUUID());
  });
});

describe("creating an employer page", () => {
  it("makes its creator the owner, under a readable address", async () => {
    const { id: userId } = await newUser();
    await createEmployer(world.deps, { userId, input: input(), logo: null });
    expect(await membershipsOf(userId)).toMatchObject([
      { role: "owner", slug: "st-marys-heart-and-lung" },
    ]);
  });

  it("finds an address for a name that is taken", async () => {
    const [one, two] = await Promise.all([newUser(), newUser()]);
    const name = `Twice Named ${randomBytes(3).toString("hex")}`;
    for (const { id: userId } of [one, two]) {
      await createEmployer(world.deps, { userId, input: input({ name }), logo: null });
    }
    const second = (await membershipsOf(two.id))[0]?.slug ?? "";
    expect(second).toMatch(new RegExp(`^${name.toLowerCase().replaceAll(" ", "-")}-[a-z2-7]{4}$`));
  });

  it("happens once when ten first visits save at the same time", async () => {
    const { id: userId } = await newUser();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        createEmployer(world.deps, { userId, input: input({ name: "Only One" }), logo: null }),
      ),
    );
    expect(await membershipsOf(userId)).toHaveLength(1);
  });

  it("keeps the logo as a private file with its row", async () => {
    const { id: userId } = await newUser();
    await createEmployer(world.deps, {
      userId,
      input: input({ name: "Pictured" }),
      logo: Buffer.from("webp bytes"),
    });
    const logo = await findLogo(world.deps.db, (await membershipsOf(userId))[0]?.slug ?? "");
    expect(logo).toMatchObject({ contentType: "image/webp", byteSize: 10 });
    expect(await text(await world.deps.files.open(logo?.storageKey ?? ""))).toBe("webp bytes");
  });
});

describe("editing an employer page", () => {
  it("changes everything but the address", async () => {
    const { id, slug } = await makeEmployer(world.deps.db);
    await editEmployer(world.deps, {
      employerId: id,
      version: 1,
      input: input({ name: "Renamed", city: "Ocala", state: "FL" }),
      logo: null,
    });
    expect(await findEmployer(world.deps.db, id)).toMatchObject({
      name: "Renamed",
      city: "Ocala",
      slug,
      version: 2,
    });
  });

  it("tells the second of two editors", async () => {
    const { id } = await makeEmployer(world.deps.db);
    const edit = (name: string) =>
      editEmployer(world.deps, { employerId: id, version: 1, input: input({ name }), logo: null });
    await edit("First");
    await expect(edit("Second")).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await findEmployer(world.deps.db, id)).toMatchObject({ name: "First" });
  });

  it("replaces and removes the logo", async () => {
    const { id, slug } = await makeEmployer(world.deps.db);
    const edit = (version: number, removeLogo: boolean, logo: Uint8Array | null) =>
      editEmployer(world.deps, { employerId: id, version, input: input({ removeLogo }), logo });
    await edit(1, false, Buffer.from("a"));
    await edit(2, true, Buffer.from("bb"));
    expect(await findLogo(world.deps.db, slug)).toMatchObject({ byteSize: 2 });
    await edit(3, true, null);
    expect(await findLogo(world.deps.db, slug)).toBeNull();
  });
});
