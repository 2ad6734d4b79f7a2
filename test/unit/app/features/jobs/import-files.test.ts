import { describe, expect, it } from "vitest";
import { decodeFile, isXml } from "#app/features/jobs/import/file-text.ts";
import { readCsv, UnreadableFile } from "#app/features/jobs/import/read-csv.ts";
import { readXml } from "#app/features/jobs/import/read-xml.ts";
import { importTemplate } from "#app/features/jobs/import/template.ts";

const bytes = (text: string, encoding: "utf8" | "utf16le" | "latin1" = "utf8") =>
  new Uint8Array(Buffer.from(text, encoding));

describe("The encoding of a file", () => {
  it("is UTF-8, with or without a mark", () => {
    expect(decodeFile(bytes("title\nCafé")).text).toBe("title\nCafé");
    expect(decodeFile(bytes("\uFEFFtitle\nCafé"))).toEqual({ text: "title\nCafé", note: null });
  });

  it("is UTF-16 when its mark says so", () => {
    expect(decodeFile(bytes("\uFEFFtitle\nCafé", "utf16le")).text).toBe("title\nCafé");
  });

  it("is Windows-1252 when it is not UTF-8, and the reader is told", () => {
    const { text, note } = decodeFile(bytes("title\nCaf\u00e9 \u0096 coder", "latin1"));
    expect(text).toBe("title\nCafé – coder");
    expect(note).toMatch(/not in UTF-8/);
  });

  it("is what an XML declaration names", () => {
    const { text } = decodeFile(
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>Café</a>', "latin1"),
    );
    expect(text).toContain("Café");
    expect(isXml(text)).toBe(true);
  });
});

describe("A table", () => {
  it("is read by its headings, with the line each row starts on", () => {
    const { rows, notes } = readCsv(
      'Job Title,Cost center,city\r\n"Coder\r\nII",7,Tampa\r\nAuditor,8,',
    );
    expect(rows).toEqual([
      { line: 2, cells: { title: "Coder\nII", city: "Tampa" } },
      { line: 4, cells: { title: "Auditor" } },
    ]);
    expect(notes).toEqual(["Columns we do not use: Cost center."]);
  });

  it.each([";", "\t"])("may be separated by %j", (separator) => {
    const { rows } = readCsv(["title", "city"].join(separator).concat("\nA", separator, "B"));
    expect(rows).toEqual([{ line: 2, cells: { title: "A", city: "B" } }]);
  });

  it("tells of a row with more cells than headings, and keeps the others", () => {
    const { rows } = readCsv("title,city\nA,B,C,D\nE,F");
    expect(rows).toEqual([
      { line: 2, broken: expect.stringContaining("4 cells and the heading 2") },
      { line: 3, cells: { title: "E", city: "F" } },
    ]);
  });

  it.each([
    ["", "empty"],
    ["name of city,zip\nA,B", "“title”"],
    ['title,city\n"A,B\nC,D', "never closed"],
  ])("is refused as a whole when nothing can be read: %j", (text, why) => {
    expect(() => readCsv(text)).toThrow(UnreadableFile);
    expect(() => readCsv(text)).toThrow(why);
  });

  it("can be our own template", () => {
    const [row] = readCsv(importTemplate()).rows;
    expect(row).toMatchObject({ cells: { reference: "REQ-1001", workMode: "Remote" } });
  });
});

describe("An XML file", () => {
  const feed = (jobs: string) =>
    `<?xml version="1.0" encoding="utf-8"?><source><publisher>ATS</publisher>${jobs}</source>`;

  it("gives its jobs, with HTML descriptions as plain text", () => {
    const { rows, notes } = readXml(
      feed(
        "<job>\n<title><![CDATA[Coder]]></title><referencenumber>R1</referencenumber><description><![CDATA[<p>Code <b>charts</b>.</p><ul><li>92920-92944</li></ul>]]></description><jobtype>fulltime</jobtype><sponsored>no</sponsored></job>",
      ),
    );
    expect(rows).toEqual([
      {
        line: 1,
        cells: {
          title: "Coder",
          reference: "R1",
          description: "Code charts.\n\n- 92920-92944",
          employment: "fulltime",
        },
      },
    ]);
    expect(notes).toEqual(["Elements we do not use: sponsored."]);
  });

  it("keeps what stood before a mistake in the markup, and tells of it", () => {
    const { rows } = readXml(feed("<job><title>A</title></job>\n<job><title>B</tilte></job>"));
    expect(rows).toEqual([
      { line: 1, cells: { title: "A" } },
      { line: 2, broken: expect.stringContaining("Nothing after this line") },
    ]);
  });

  it("expands no entities of its own making", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]>${feed("<job><title>&z;</title></job>").replace(/^<\?xml[^>]*>/, "")}`;
    expect(() => readXml(bomb)).toThrow(UnreadableFile);
  });

  it.each([
    ["<html><body>Sign in</body></html>", "no <job>"],
    ["<source><job><title>A", "broken before its first job"],
    [`${"<a>".repeat(50)}`, "nested too deep"],
  ])("is refused as a whole when there is no job in it: %s", (text, why) => {
    expect(() => readXml(text)).toThrow(why);
  });
});
