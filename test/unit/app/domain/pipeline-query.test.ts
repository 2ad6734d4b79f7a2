import { describe, expect, it } from "vitest";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import { isFiltered, pipelineSearch } from "#app/domain/pipeline-query.ts";

const parse = (address: string) => parsePipelineQuery(new URLSearchParams(address));

describe("the address of a job's applications", () => {
  it("keeps the families asked for, each once, and drops what is none", () => {
    const query = parse(
      "family=cpt-echo&family=cpt-echo&family=none&family=cpt-coronary-intervention",
    );
    expect(query.families).toEqual(["cpt-echo", "cpt-coronary-intervention"]);
    expect(isFiltered(query)).toBe(true);
    expect(parse(pipelineSearch(query)).families).toEqual(query.families);
  });

  it("looks families up by words without narrowing by them, and does not carry the words on", () => {
    const query = parse(`find=${encodeURIComponent(" left \u0000 heart\n")}`);
    expect(query.find).toBe("left heart");
    expect(isFiltered(query)).toBe(false);
    expect(pipelineSearch(query)).toBe("");
  });

  it("takes no words longer than the box, and none that are no text", () => {
    expect(parse(`find=${"x".repeat(500)}&name=${"y".repeat(500)}`)).toMatchObject({
      find: "x".repeat(80),
      name: "y".repeat(80),
    });
  });
});
