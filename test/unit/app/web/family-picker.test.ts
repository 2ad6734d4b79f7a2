import { describe, expect, test } from "vitest";
import { applyFamilyPicker } from "#app/web/family-picker.server.ts";

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const PICKED: [string, string][] = [
  ["title", "Cath lab coder"],
  ["requirements.0.familyId", "cpt-structural-paravalvular"],
  ["requirements.0.level", "nice"],
  ["requirements.0.minMonths", "24"],
  ["requirements.2.familyId", "cpt-echo"],
  ["requirements.2.level", "must"],
  ["requirements.2.minMonths", "6"],
];

describe("The family picker without JavaScript", () => {
  test("leaves a form alone when another button was pressed", () => {
    const form = formOf([...PICKED, ["intent", "publish"], ["familyQuery", "93590"]]);
    expect(applyFamilyPicker(form, "requirements")).toBeNull();
  });

  test("finds families and keeps everything typed", () => {
    const form = formOf([...PICKED, ["intent", "find-families"], ["familyQuery", "93590"]]);
    const answer = applyFamilyPicker(form, "requirements");
    expect(answer?.found?.[0]).toMatchObject({
      id: "cpt-structural-paravalvular",
      range: "93590–93592",
      path: ["CPT", "Medicine: cardiovascular"],
    });
    expect(answer?.form.values.title).toEqual(["Cath lab coder"]);
    expect(answer?.form.values["requirements.2.minMonths"]).toEqual(["6"]);
    expect(answer?.form.values.intent).toBeUndefined();
  });

  test("asks for words when the box is empty", () => {
    const answer = applyFamilyPicker(formOf([["intent", "find-families"]]), "experience");
    expect(answer?.found).toBeNull();
    expect(answer?.form.errors.experience).toHaveLength(1);
  });

  test("says so with an empty list when nothing is found", () => {
    const form = formOf([
      ["intent", "find-families"],
      ["familyQuery", "zzqx"],
    ]);
    expect(applyFamilyPicker(form, "experience")?.found).toEqual([]);
  });

  test("adds the ticked families once, after those picked, and renumbers", () => {
    const form = formOf([
      ...PICKED,
      ["intent", "add-families"],
      ["familyQuery", "septal"],
      ["addFamily", "cpt-structural-septal"],
      ["addFamily", "cpt-echo"],
      ["addFamily", "no-such-family"],
    ]);
    const values = applyFamilyPicker(form, "requirements")?.form.values ?? {};
    expect(values["requirements.0.familyId"]).toEqual(["cpt-structural-paravalvular"]);
    expect(values["requirements.1.familyId"]).toEqual(["cpt-echo"]);
    expect(values["requirements.1.minMonths"]).toEqual(["6"]);
    expect(values["requirements.2.familyId"]).toEqual(["cpt-structural-septal"]);
    expect(values["requirements.2.level"]).toEqual(["must"]);
    expect(values["requirements.3.familyId"]).toBeUndefined();
    expect(values.familyQuery).toEqual([""]);
  });

  test("asks to tick one when none was ticked, and shows the hits again", () => {
    const form = formOf([
      ["intent", "add-families"],
      ["familyQuery", "septal"],
    ]);
    const answer = applyFamilyPicker(form, "requirements");
    expect(answer?.form.errors.requirements).toEqual(["Tick at least one family to add."]);
    expect(answer?.found?.length).toBeGreaterThan(0);
  });

  test("removes one family and closes the gap", () => {
    const form = formOf([...PICKED, ["intent", "remove-family:cpt-structural-paravalvular"]]);
    const values = applyFamilyPicker(form, "requirements")?.form.values ?? {};
    expect(values["requirements.0.familyId"]).toEqual(["cpt-echo"]);
    expect(values["requirements.1.familyId"]).toBeUndefined();
    expect(values.title).toEqual(["Cath lab coder"]);
  });

  test("does not touch the rows of the other form", () => {
    const form = formOf([...PICKED, ["intent", "remove-family:cpt-echo"]]);
    const values = applyFamilyPicker(form, "experience")?.form.values ?? {};
    expect(values["requirements.2.familyId"]).toEqual(["cpt-echo"]);
  });
});
