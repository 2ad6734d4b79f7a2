import fc from "fast-check";
import { expect, it } from "vitest";
import { scriptText } from "#app/web/script-text.ts";

it("is the very text again where the script runs, and holds nothing that ends the script", () => {
  const parts = fc.constantFrom("</script>", "<!--", "\u2028", "&", '"', "\\", "a", "\ud83d\ude00");
  fc.assert(
    fc.property(fc.array(parts), (texts) => {
      const text = texts.join("");
      expect(scriptText(text)).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(scriptText(text))).toBe(text);
    }),
  );
});
