import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { loggablePath } from "#app/web/loggable-path.ts";

it("hides the secret of every address that holds one", () => {
  const paths = readdirSync("app/routes")
    .filter((file) => file.includes("$token"))
    .map((file) => `/${file.split(".$token")[0]?.replaceAll(".", "/")}`);
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths) expect(loggablePath(`${path}/secret.data`)).toBe(`${path}/[token]`);
  expect(loggablePath("/Confirm-Job/secret")).toBe("/Confirm-Job/[token]");
});
