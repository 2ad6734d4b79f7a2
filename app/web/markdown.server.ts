import MarkdownIt, { type Token } from "markdown-it";

const OUTWARD = /^(https?:\/\/|mailto:)/i;

type HeadingLevel = 2 | 3 | 4;

// Raw HTML is read as such, so that it can be left out whole, and never written.
const markdown = new MarkdownIt({ html: true, linkify: true });
// "aapc.org" alone may be anything; an address says how to reach it.
markdown.linkify.set({ fuzzyLink: false });
// Which links survive is decided in one place, below.
markdown.validateLink = () => true;
markdown.core.ruler.push("tame-links", ({ tokens }) => tokens.forEach(tameLinks));
markdown.core.ruler.push("demote-headings", ({ tokens, env }) =>
  demoteHeadings(tokens, Number(env.top)),
);
markdown.core.ruler.push("align-cells", ({ tokens }) => tokens.forEach(alignCell));

const { rules } = markdown.renderer;
const escapeHtml = (text: string): string => markdown.utils.escapeHtml(text);
rules.html_block = () => "";
rules.html_inline = () => "";
// A picture is a request to a third party: its words stand in its place.
rules.image = (tokens, at) => escapeHtml(tokens[at]?.content ?? "");
rules.fence = (tokens, at) => `<pre><code>${escapeHtml(tokens[at]?.content ?? "")}</code></pre>\n`;
rules.s_open = () => "<del>";
rules.s_close = () => "</del>";

/** Only links that say where they lead survive; of the others, the words. */
function tameLinks({ children }: Token): void {
  let isOutward = false;
  for (const token of children ?? []) {
    if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      isOutward = OUTWARD.test(href);
      token.attrs = [
        ["href", href],
        ["rel", "nofollow ugc noopener"],
      ];
    }
    // Links hold no links.
    if (/^link_/.test(token.type) && !isOutward) token.hidden = true;
  }
}

/** The shallowest heading becomes `top`, the others follow it, so that the page's own outline stays whole. */
function demoteHeadings(tokens: readonly Token[], top: number): void {
  const headings = tokens.filter(({ type }) => /^heading_/.test(type));
  const levels = headings.map(({ tag }) => Number(tag[1]));
  const shallowest = Math.min(...levels);
  headings.forEach((heading, at) => {
    heading.tag = `h${Math.min(6, (levels[at] ?? 6) - shallowest + top)}`;
  });
}

/** No inline style is allowed on our pages. */
function alignCell(token: Token): void {
  const style = token.attrGet("style");
  if (style) token.attrs = [["align", String(style).replace("text-align:", "")]];
}

// A job is read far more often than it is written.
const CACHE_ENTRIES = 500;
const cache = new Map<string, string>();

/**
 * Markdown (with tables, strike-through and bare links) to safe HTML: no raw HTML, no pictures, links marked
 * `nofollow ugc`. `topHeading` is the level the text's shallowest heading gets (3 under a section's h2).
 */
export function renderMarkdown(source: string, topHeading: HeadingLevel = 3): string {
  const key = `${topHeading}${source}`;
  const known = cache.get(key);
  if (known !== undefined) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const html = markdown.render(source, { top: topHeading }).trim();
  cache.set(key, html);
  if (cache.size > CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? key);
  return html;
}
