import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ancestorsOf,
  CODE_FAMILIES,
  type CodeFamily,
  childrenOf,
  findFamily,
} from "#app/domain/taxonomy/code-families.ts";
import { resolveCodes } from "#app/domain/taxonomy/resolve-code.ts";

const leaves = CODE_FAMILIES.filter(({ id }) => childrenOf(id).length === 0);

/** A family's own bound, as a person would type it so that its system is plain. */
function typed({ scheme }: CodeFamily, code: string): string {
  if (scheme === "msdrg") return `DRG ${code}`;
  if (scheme === "hcc-v24") return `V24 HCC ${code}`;
  if (scheme === "hcc-v28") return `V28 HCC ${code}`;
  if (scheme === "apc") return `APC ${code}`;
  if (scheme === "icd10cm") return `ICD-10-CM ${code}`;
  if (scheme === "icd10pcs") return `ICD-10-PCS ${code}0000Z`;
  return code;
}

describe("Every family of the taxonomy", () => {
  it("is found first by its first and its last code, followed by its ancestors", () => {
    for (const family of leaves) {
      for (const bound of [family.start, family.end]) {
        const ids = resolveCodes(typed(family, bound)).codes[0]?.families.map(({ id }) => id) ?? [];
        expect(ids, `${family.id} by ${bound}`).toContain(family.id);
        expect(ids.at(-1)).toBe(ancestorsOf(family.id).at(-1)?.id ?? family.id);
      }
    }
  });

  it("lists no family before a finer one", () => {
    const depth = { family: 0, section: 1, system: 2 };
    for (const family of leaves) {
      for (const { families } of resolveCodes(typed(family, family.start)).codes) {
        const levels = families.map(({ id }) => depth[findFamily(id)?.level ?? "system"]);
        expect(levels).toEqual(levels.toSorted());
      }
    }
  });
});

describe("Any line at all", () => {
  it("is read without an error, and what is left is no longer than what was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (line) => {
        const { rest } = resolveCodes(line);
        expect(rest.length).toBeLessThanOrEqual(line.normalize("NFKC").length);
      }),
    );
  });

  it("without a digit holds no code", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z ,.-]{0,60}$/), (line) => {
        expect(resolveCodes(line).codes).toEqual([]);
      }),
    );
  });

  it("means the same in lower case and with spaces around", () => {
    const line = fc.stringMatching(/^[A-Z]?\d{2,5}(?:\.\d{1,2})?[A-Z]?$/);
    fc.assert(
      fc.property(line, (code) => {
        expect(resolveCodes(`  ${code.toLowerCase()} `).codes).toEqual(resolveCodes(code).codes);
      }),
    );
  });

  it("never names a code that was not typed", () => {
    const letters = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]|X$/g, "");
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]?\d{1,5}[A-Z]?$/), (code) => {
        for (const found of resolveCodes(code).codes)
          expect(letters(found.code)).toBe(letters(code));
      }),
    );
  });

  it("reads a longer half-typed code as no more families than the shorter one", () => {
    const families = (line: string) =>
      new Set(resolveCodes(line).codes.flatMap(({ families: own }) => own.map(({ id }) => id)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
        const code = String(number).padStart(5, "0");
        const [wide, narrow] = [families(`CPT ${code.slice(0, 4)}`), families(`CPT ${code}`)];
        if (wide.size > 0 && narrow.size > 1) expect(narrow.isSubsetOf(wide)).toBe(true);
      }),
    );
  });
});
