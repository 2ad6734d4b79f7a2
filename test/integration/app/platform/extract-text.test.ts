import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { extractText, readerFlags } from "#app/platform/document-text/extract-text.server.ts";
import { BAD_FILES, manyPagesPdf } from "#test/fixtures/resume-files/bad-files.ts";
import { makePdf } from "#test/fixtures/resumes.ts";

const FOLDER = path.resolve("test/fixtures/resume-files");
const kindOf = (name: string) => (name.endsWith(".pdf") ? "pdf" : "docx");

const files = (await readdir(FOLDER)).filter((name) => /\.(?:pdf|docx)$/.test(name));

const ask = promisify(execFile);

describe("the reader of documents", () => {
  const may = async (file: string) => {
    const script = `process.stdout.write(String(process.permission.has("fs.read", ${JSON.stringify(path.resolve(file))})))`;
    const { stdout } = await ask(process.execPath, [...readerFlags(64), "-e", script]);
    return stdout === "true";
  };

  it("may read its own code, and none of what lies beside it", async () => {
    expect(await may("app/platform/document-text/read-pdf.ts")).toBe(true);
    for (const file of [
      "var/files/one",
      "db/client.ts",
      ".env",
      "app/platform/env.server.ts",
      "/etc/passwd",
    ])
      expect(await may(file), file).toBe(false);
  });
});

describe("the text of a document", () => {
  it.each(files.filter((name) => !name.startsWith("unreadable")))(
    "is read from %s",
    async (name) => {
      const text = await extractText(await readFile(path.join(FOLDER, name)), {
        kind: kindOf(name),
      });
      expect(text).toMatchObject({ ok: true, isCut: false });
    },
  );

  it.each([
    ["unreadable.scanned.pdf", "no-text"],
    ["unreadable.encrypted.pdf", "encrypted"],
    ["unreadable.truncated.pdf", "damaged"],
    ["unreadable.truncated.docx", "damaged"],
  ])("of %s is refused as %s", async (name, why) => {
    const bytes = await readFile(path.join(FOLDER, name));
    expect(await extractText(bytes, { kind: kindOf(name) })).toEqual({ ok: false, why });
  });

  it.each(BAD_FILES)("of $name is refused within the limits", async ({ kind, expected, make }) => {
    const text = await extractText(make(), { kind });
    expect(text.ok).toBe(false);
    expect(expected).toContain(text.ok ? "read" : text.why);
  });

  it("of a very long document is that of its first pages", async () => {
    const text = await extractText(manyPagesPdf(2_000), { kind: "pdf" });
    expect(text).toMatchObject({ ok: true, pageCount: 2_000, isCut: true });
    expect(text.ok ? text.lines.length : 0).toBe(30);
  });

  it("is given up when it takes too long, and the next one is read all the same", async () => {
    const limits = { timeoutMs: 30, heapMb: 192, residentMb: 512 };
    const slow = await extractText(makePdf(), { kind: "pdf", limits });
    expect(slow).toEqual({ ok: false, why: "too-slow" });
    const next = await extractText(makePdf("Alex Coder with a CPC"), { kind: "pdf" });
    expect(next).toMatchObject({ ok: true, lines: ["Alex Coder with a CPC"] });
  });

  it("is given up when the process grows too large", async () => {
    const limits = { timeoutMs: 15_000, heapMb: 192, residentMb: 1 };
    const large = await extractText(manyPagesPdf(5_000), { kind: "pdf", limits });
    expect(large).toEqual({ ok: false, why: "too-much-memory" });
  });

  it("is read for many at once, each with its own answer", async () => {
    const texts = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        extractText(makePdf(`Coder number ${at} of twelve people`), { kind: "pdf" }),
      ),
    );
    const lines = texts.map((text) => (text.ok ? text.lines[0] : text.why));
    expect(lines).toEqual(texts.map((_, at) => `Coder number ${at} of twelve people`));
  });
});
