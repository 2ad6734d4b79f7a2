import { describe, expect, it } from "vitest";
import {
  applyRowIntent,
  compactRows,
  formOfRow,
  rowsOfForm,
  withRows,
} from "#app/components/row-list/rows.ts";

const VALUES = {
  headline: ["Coder"],
  "work.0.title": ["First"],
  "work.0.employer": ["A"],
  "work.3.title": ["Second"],
  "work.3.employer": [""],
  "education.0.institution": ["School"],
};

describe("rows of a form", () => {
  it("are read in number order, with their errors", () => {
    const errors = { "work.3.employer": ["Name the employer."], work: ["At most 30."] };
    const rows = rowsOfForm({ values: VALUES, errors }, "work");
    expect(rows.map(({ values }) => values.title)).toEqual([["First"], ["Second"]]);
    expect(rows[1]?.errors).toEqual({ employer: ["Name the employer."] });
  });

  it("take the names of the place where they stand", () => {
    const [, second] = rowsOfForm({ values: VALUES, errors: {} }, "work");
    expect(second && formOfRow("work", 1, second).values).toEqual({
      "work.1.title": ["Second"],
      "work.1.employer": [""],
    });
  });

  it("are renumbered without gaps, the blank ones gone, the rest of the form untouched", () => {
    const values = { ...VALUES, "work.1.title": [" "], "work.1.employer": [""] };
    expect(compactRows(values, ["work", "education"])).toEqual({
      headline: ["Coder"],
      "work.0.title": ["First"],
      "work.0.employer": ["A"],
      "work.1.title": ["Second"],
      "work.1.employer": [""],
      "education.0.institution": ["School"],
    });
  });

  it("are added and removed by a button's value", () => {
    const added = applyRowIntent(VALUES, "add-row:work", ["work"]);
    expect(added?.focus).toEqual({ prefix: "work", index: 2 });
    expect(rowsOfForm({ values: added?.values ?? {}, errors: {} }, "work")).toHaveLength(3);
    const removed = applyRowIntent(VALUES, "remove-row:work:3", ["work"]);
    expect(removed?.values).not.toHaveProperty("work.1.title");
    expect(removed?.values["work.0.title"]).toEqual(["First"]);
  });

  it("are left alone by another button, another prefix or a number nobody has", () => {
    expect(applyRowIntent(VALUES, "save", ["work"])).toBeNull();
    expect(applyRowIntent(VALUES, "add-row:admin", ["work"])).toBeNull();
    const kept = applyRowIntent(VALUES, "remove-row:work:9", ["work"]);
    expect(rowsOfForm({ values: kept?.values ?? {}, errors: {} }, "work")).toHaveLength(2);
  });

  it("can be emptied", () => {
    expect(withRows(VALUES, "work", [])).toEqual({
      headline: ["Coder"],
      "education.0.institution": ["School"],
    });
  });
});
