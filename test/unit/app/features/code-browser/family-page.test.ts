import { describe, expect, test } from "vitest";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { codeTree } from "#app/features/code-browser/code-tree.server.ts";
import { familyPage } from "#app/features/code-browser/family-page.server.ts";
import { popularFamilies } from "#app/features/code-browser/index-entries.server.ts";
import { specialtyPage } from "#app/features/code-browser/specialty-page.server.ts";

describe("The page of a code family", () => {
  test("says what it covers, where it sits and what stands beside it", () => {
    const page = familyPage("cpt-structural-paravalvular", { "cpt-structural-paravalvular": 3 });
    expect(page?.explanation).toBe(
      "Codes 93590 to 93592 of CPT, part of Medicine: cardiovascular (92920–93799). A range may hold numbers not in use.",
    );
    expect(page?.path.map(({ label }) => label)).toEqual(["CPT", "Medicine: cardiovascular"]);
    expect(page?.before?.range).toBe("93584–93588");
    expect(page?.after?.range).toBe("93593–93598");
    expect(page?.jobs).toBe(3);
    expect(page?.credentials.map(({ code }) => code)).toContain("CIRCC");
  });

  test("points a retired range to the family that took over", () => {
    const page = familyPage("cpt-vasc-leg-revasc-legacy", {});
    expect(page?.retired?.successor?.id).toBe("cpt-vasc-leg-revasc");
    expect(familyPage("cpt-vasc-leg-revasc", {})?.retired).toBeNull();
  });

  test("exists for every family of the taxonomy and for nothing else", () => {
    for (const { id } of CODE_FAMILIES) expect(familyPage(id, {})?.explanation).toBeTruthy();
    expect(familyPage("no-such-family", {})).toBeNull();
    expect(familyPage("__proto__", {})).toBeNull();
  });
});

describe("The index of codes", () => {
  test("lists every system with its sections, and no families found without a query", () => {
    const tree = codeTree("", { byFamily: { cpt: 7 }, bySpecialty: {} });
    expect(tree.systems).toHaveLength(7);
    expect(tree.systems[0]).toMatchObject({ label: "CPT", jobs: 7 });
    expect(tree.found).toBeNull();
  });

  test("finds by code, and says plainly when nothing is found", () => {
    const counts = { byFamily: {}, bySpecialty: {} };
    expect(codeTree("93590", counts).found?.[0]).toMatchObject({
      label: "Paravalvular leak closure",
      path: "CPT › Medicine: cardiovascular",
    });
    expect(codeTree("zzqx", counts).found).toEqual([]);
  });

  test("puts the families most asked for first", () => {
    const [first] = popularFamilies({ "cpt-echo": 9, "cpt-em-office": 2 }, 5);
    expect(first).toMatchObject({ to: "/code-families/cpt-echo", jobs: 9 });
  });
});

test("The page of a specialty lists the families coded in it; an unknown one has none", () => {
  const counts = { byFamily: {}, bySpecialty: { "interventional-cardiology": 4 } };
  const page = specialtyPage("interventional-cardiology", counts);
  expect(page?.jobs).toBe(4);
  expect(page?.families.map(({ label }) => label)).toContain("Paravalvular leak closure");
  expect(specialtyPage("astrology", counts)).toBeNull();
});
