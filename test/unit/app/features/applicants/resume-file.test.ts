import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import {
  checkResume,
  MAX_RESUME_BYTES,
  resumeFilename,
} from "#app/features/applicants/resume-file.ts";
import { makeDocx, makePdf, makeZip } from "#test/fixtures/resumes.ts";

const refusal = (bytes: Uint8Array) => {
  const checked = checkResume(bytes);
  if (checked.ok) throw new Error("was accepted");
  return checked.sentence;
};

describe("a resume file", () => {
  it("may be a PDF or a Word document", () => {
    expect(checkResume(makePdf())).toEqual({ ok: true, kind: "pdf" });
    expect(checkResume(makeDocx())).toEqual({ ok: true, kind: "docx" });
  });

  it("may not be a program with a document's name", () => {
    expect(refusal(Buffer.from(`MZ\u0090${"x".repeat(400)}`, "latin1"))).toMatch(/neither a PDF/);
    expect(refusal(Buffer.from("<html><script>1</script>"))).toMatch(/neither a PDF/);
  });

  it("may not be empty or larger than 5 MB", () => {
    expect(refusal(new Uint8Array())).toBe("This file is empty.");
    expect(refusal(new Uint8Array(MAX_RESUME_BYTES + 1))).toMatch(/larger than 5 MB/);
  });

  it("may not be cut off", () => {
    const pdf = makePdf();
    expect(refusal(pdf.subarray(0, pdf.length - 60))).toMatch(/cut off/);
    const docx = makeDocx();
    for (let length = 4; length < docx.length; length += 7) {
      expect(refusal(docx.subarray(0, length))).toMatch(/damaged|cut off/);
    }
  });

  it("may not be locked", () => {
    expect(refusal(makePdf("x", { trailer: "/Encrypt 9 0 R " }))).toMatch(/protected/);
    expect(refusal(makeDocx([{ name: "word/a.xml", encrypted: true }]))).toMatch(/password/);
    const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(refusal(Buffer.concat([ole, Buffer.alloc(600)]))).toMatch(/password/);
  });

  it("may be a PDF that only speaks of encryption", () => {
    expect(checkResume(makePdf("Knows /Encrypt in PDFs")).ok).toBe(true);
  });

  it("may not be another kind of archive", () => {
    expect(refusal(makeZip([{ name: "xl/workbook.xml" }]))).toMatch(/not a Word document/);
  });

  it("may not carry macros", () => {
    expect(refusal(makeDocx([{ name: "word/vbaProject.bin", content: "x" }]))).toMatch(/macros/);
  });

  it("may not claim to unpack to more than 50 MB, or a hundredfold", () => {
    const huge = makeDocx([{ name: "word/media/a.png", content: "x", claimedSize: 60_000_000 }]);
    expect(refusal(huge)).toMatch(/do not accept/);
    const dense = makeDocx([
      { name: "word/a.xml", content: "x".repeat(200), claimedSize: 200 * 101 },
    ]);
    expect(refusal(dense)).toMatch(/do not accept/);
  });

  it("may not hold thousands of entries or names that climb", () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ name: `word/${index}.xml` }));
    expect(refusal(makeDocx(many))).toMatch(/damaged/);
    expect(refusal(makeDocx([{ name: "../../etc/passwd" }]))).toMatch(/do not accept/);
  });

  it("is refused with a sentence whatever bytes come", () => {
    let seed = 7;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    const docx = makeDocx();
    for (let round = 0; round < 3_000; round += 1) {
      const bytes = Uint8Array.from(docx);
      for (let i = 0; i < 4; i += 1) bytes[next() % bytes.length] = next() % 256;
      const checked = checkResume(bytes);
      expect(checked.ok || checked.sentence.length > 0).toBe(true);
    }
  });
});

describe("the name a resume is kept under", () => {
  it("has no folders, tricks or wrong ending", () => {
    expect(resumeFilename("C:\\Users\\me\\My  CV.PDF", "pdf")).toBe("My CV.pdf");
    expect(resumeFilename("../../etc/passwd", "docx")).toBe("passwd.docx");
    expect(resumeFilename("cv\u202Efdp.exe", "pdf")).toBe("cvfdp.exe.pdf");
    expect(resumeFilename('a"b\r\nSet-Cookie: x.pdf', "pdf")).toBe("a_bSet-Cookie_ x.pdf");
    expect(resumeFilename("", "pdf")).toBe("resume.pdf");
    expect(resumeFilename("…/\ud800", "pdf")).toMatch(/\.pdf$/);
    expect(resumeFilename("Lebenslauf Müller 履歴書.docx", "docx")).toBe(
      "Lebenslauf Müller 履歴書.docx",
    );
  });

  it("is at most a hundred characters", () => {
    expect(resumeFilename("é".repeat(300), "docx").length).toBeLessThanOrEqual(100);
  });
});
