import { describe, expect, it } from "vitest";
import { layoutMail, withPostalAddress } from "#app/platform/mail-layout.ts";

const content = {
  to: { name: "Marisol Quintana", address: "marisol@example.com" },
  subject: "Confirm your address",
  paragraphs: ["Welcome, Marisol.", "One step is left."],
  action: { label: "Confirm my address", url: "https://board.example/verify?a=1&b=2" },
  after: ["If this was not you, do nothing."],
  reason: "You get this mail because you signed up.",
};

describe("a mail's layout", () => {
  it("says the same in plain text and in HTML", () => {
    const { text, html } = layoutMail(content);
    for (const words of [...content.paragraphs, ...content.after, content.reason]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
  });

  it("puts the link on a line of its own, so that every mail program makes it clickable", () => {
    expect(layoutMail(content).text.split("\n")).toContain(content.action.url);
  });

  it("has one button and escapes its address", () => {
    const { html } = layoutMail(content);
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toContain('href="https://board.example/verify?a=1&amp;b=2"');
  });

  it("holds links inside a paragraph and in its foot, in plain text on lines of their own", () => {
    const url = "https://board.example/jobs/one?a=1&b=2";
    const { text, html } = layoutMail({
      ...content,
      paragraphs: [[{ label: "Coder <IR>", url }, "Tampa, FL"]],
      footLinks: [{ label: "Stop these mails", url: "https://board.example/stop" }],
    });
    expect(text).toContain(`Coder <IR>:\n${url}\nTampa, FL`);
    expect(text.split("\n")).toContain("https://board.example/stop");
    expect(html).toContain(
      '<a href="https://board.example/jobs/one?a=1&amp;b=2">Coder &lt;IR&gt;</a><br>Tampa, FL',
    );
    expect(html).toContain('<a href="https://board.example/stop">Stop these mails</a>');
  });

  it("leaves the button out when there is nothing to do", () => {
    const { action: _action, ...rest } = content;
    expect(layoutMail(rest).html).not.toContain('class="button"');
  });

  it("carries the operator's postal address, escaped, in both bodies", () => {
    const { text, html } = withPostalAddress(layoutMail(content), "Board & Co, $& Street 1");
    expect(text).toContain("Board & Co, $& Street 1");
    expect(html).toContain("Board &amp; Co, $&amp; Street 1");
    expect(text + html).not.toContain("{{");
  });

  it("never lets what somebody typed become markup", () => {
    const { html } = layoutMail({
      ...content,
      subject: "</title><script>alert(1)</script>",
      paragraphs: ["<img src=x onerror=\"alert(1)\"> & 'more'"],
    });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;");
  });

  it("keeps a subject on one line", () => {
    const { subject } = layoutMail({ ...content, subject: "Hello\r\nBcc: everyone@example.com" });
    expect(subject).toBe("Hello Bcc: everyone@example.com");
  });

  it("asks nothing of a third party and fits a phone", () => {
    const { html } = layoutMail(content);
    expect(html).toContain('name="viewport"');
    expect(html).not.toMatch(/<(img|link|script)|@import|url\(/);
  });
});
