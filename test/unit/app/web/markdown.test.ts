import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#app/web/markdown.server.ts";

// Classics of the published corpora (OWASP filter evasion, DOMPurify's bypass history, Markdown-specific vectors).
const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '<svg><animate onbegin="alert(1)" attributeName=x></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror="alert(1)">',
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<xmp><script>alert(1)</script></xmp>",
  "<details open ontoggle=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<base href=//evil.example/>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<style>@import '//evil.example/x.css'</style>",
  "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#115;cript:alert(1))",
  "[x](&#x6A;&#x61;vascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](//evil.example/path)",
  "[x](/logout)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "![x](https://evil.example/pixel.gif)",
  '![x](https://evil.example/"onerror="alert(1))',
  '[x](https://e.example "onmouseover=alert(1) ")',
  "`<script>alert(1)</script>`",
  "```html onload=alert(1)\n<script>alert(1)</script>\n```",
  "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
  "- [ ] <input onfocus=alert(1) autofocus>",
  '| a |\n|---|\n| <img src=x onerror="alert(1)"> |',
];

const ALLOWED =
  /^<\/?(h[2-6]|p|br|hr|strong|em|del|blockquote|code|pre|ul|ol|li|a|table|thead|tbody|tr|th|td)( (href="(https?:|mailto:)[^"<>]*"|rel="nofollow ugc noopener"|start="\d+"|align="(left|center|right)"))*>$/;

describe("Markdown", () => {
  it.each(HOSTILE)("lets nothing run from %s", (source) => {
    const html = renderMarkdown(source);
    for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).toMatch(ALLOWED);
  });

  it("keeps what people write: headings, lists, emphasis, tables, links", () => {
    const html = renderMarkdown(
      "# The work\n\n- **PCI** and _caths_\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\nSee https://aapc.example.",
    );
    expect(html).toContain("<h3>The work</h3>");
    expect(html).toContain("<strong>PCI</strong> and <em>caths</em>");
    expect(html).toContain('<td align="right">2</td>');
    expect(html).toContain('<a href="https://aapc.example" rel="nofollow ugc noopener">');
  });

  it("puts the shallowest heading under the page's own and keeps the steps between the others", () => {
    expect(renderMarkdown("### A\n\n##### B")).toBe("<h3>A</h3>\n<h5>B</h5>");
    expect(renderMarkdown("# A\n\n###### B", 2)).toBe("<h2>A</h2>\n<h6>B</h6>");
  });

  it("shows a picture's words in its place, and the words of a link that leads nowhere safe", () => {
    expect(renderMarkdown("![Our office](https://e.example/a.png)")).toBe("<p>Our office</p>");
    expect(renderMarkdown("[press *here*](javascript:x)")).toBe("<p>press <em>here</em></p>");
  });

  it("strikes through, keeps code as typed, and leaves raw HTML out", () => {
    expect(renderMarkdown("~~old~~ <b>new</b>")).toBe("<p><del>old</del> new</p>");
    expect(renderMarkdown("```html\n<b>&</b>\n```")).toBe(
      "<pre><code>&lt;b&gt;&amp;&lt;/b&gt;\n</code></pre>",
    );
    expect(renderMarkdown("before\n\n<div>\ninside\n</div>\n\nafter")).toBe(
      "<p>before</p>\n<p>after</p>",
    );
  });

  it.each([
    ["nested quotes", ">".repeat(20_000)],
    ["open brackets", "[".repeat(20_000)],
    ["emphasis marks", "*a_".repeat(6_600)],
    ["emphasis marks just under the limit", "*a_".repeat(999)],
    ["quotes just under the limit", ">".repeat(1_999)],
    ["lists in lists", "- ".repeat(6_000)],
    ["entities and escapes", "&amp;\\\\".repeat(3_000)],
    [
      "nested lists",
      Array.from({ length: 105 }, (_, depth) => `${" ".repeat(depth * 2)}- x`).join("\n"),
    ],
    ["pipes", `${"|a".repeat(5_000)}\n${"|-".repeat(5_000)}`],
    ["back ticks", Array.from({ length: 190 }, (_, run) => `${"`".repeat(run)} `).join("")],
  ])("answers soon whatever the text, even on a busy machine: %s", (_name, source) => {
    const started = performance.now();
    expect(typeof renderMarkdown(source)).toBe("string");
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("gives the same answer from its cache", () => {
    expect(renderMarkdown("Same *text*")).toBe(renderMarkdown("Same *text*"));
  });
});
