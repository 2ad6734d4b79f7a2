import { describe, expect, it } from "vitest";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";

const disposition = (filename: string) =>
  attachmentHeaders({ filename, contentType: "application/pdf", byteSize: 3 })[
    "Content-Disposition"
  ];

describe("a download", () => {
  it("carries its name in both spellings", () => {
    expect(disposition("Müller CV.pdf")).toBe(
      "attachment; filename=\"Mu_ller CV.pdf\"; filename*=UTF-8''M%C3%BCller%20CV.pdf",
    );
  });

  it("cannot break out of its header, whatever the name", () => {
    for (const name of [
      'a"; x="y',
      "a\r\nSet-Cookie: b=c",
      "a\\b'c(d)*e",
      "履歴書.pdf",
      "\ud800",
    ]) {
      expect(disposition(name)).toMatch(
        /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
      );
    }
  });

  it("is never rendered on our origin or kept by a shared cache", () => {
    const headers = attachmentHeaders({ filename: "a.pdf", contentType: "a/b", byteSize: 3 });
    expect(headers["Content-Security-Policy"]).toContain("sandbox");
    expect(headers["Cache-Control"]).toBe("private, no-store");
  });
});
