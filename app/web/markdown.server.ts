import type { Element, ElementContent, Root } from "hast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

// Pictures and check boxes are left out on purpose: a picture is a request to a third party, an unlabelled box a barrier.
const SCHEMA: Schema = {
  tagNames: [
    ..."h2 h3 h4 h5 h6 p br hr strong em del blockquote code pre ul ol li a".split(" "),
    ..."table thead tbody tr th td".split(" "),
  ],
  attributes: {
    a: ["href", ["rel", "nofollow", "ugc", "noopener"]],
    ol: ["start"],
    th: [["align", "left", "center", "right"]],
    td: [["align", "left", "center", "right"]],
  },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
};

const OUTWARD = /^(https?:\/\/|mailto:)/i;
const HEADING = /^h[1-6]$/;

/** Only links that say where they lead survive; pictures become their alternative text. */
function tameLinks() {
  return (tree: Root) => {
    visit(tree, "element", (node: Element, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.tagName === "img") {
        const alt = node.properties.alt;
        parent.children[index] = { type: "text", value: typeof alt === "string" ? alt : "" };
        return;
      }
      if (node.tagName !== "a") return;
      const { href } = node.properties;
      if (typeof href === "string" && OUTWARD.test(href)) {
        node.properties = { href, rel: ["nofollow", "ugc", "noopener"] };
        return;
      }
      parent.children.splice(index, 1, ...(node.children as ElementContent[]));
      return [SKIP, index];
    });
  };
}

/** The shallowest heading becomes `top`, the others follow it, so that the page's own outline stays whole. */
function demoteHeadings(top: number) {
  return () => (tree: Root) => {
    let shallowest = 6;
    const headings: Element[] = [];
    visit(tree, "element", (node: Element) => {
      if (!HEADING.test(node.tagName)) return;
      headings.push(node);
      shallowest = Math.min(shallowest, Number(node.tagName[1]));
    });
    for (const heading of headings) {
      heading.tagName = `h${Math.min(6, Number(heading.tagName[1]) - shallowest + top)}`;
    }
  };
}

const processorFor = (top: number) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(tameLinks)
    .use(demoteHeadings(top))
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeStringify)
    .freeze();

type HeadingLevel = 2 | 3 | 4;

const processors = { 2: processorFor(2), 3: processorFor(3), 4: processorFor(4) };

// Rendering costs 1–3 ms and a job is read far more often than it is written.
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
  const html = render(source, topHeading);
  cache.set(key, html);
  if (cache.size > CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? key);
  return html;
}

// Parsing time grows with the square of these marks: 20,000 characters of "*a_" took 4.4 s, 2,000 marks take under
// 0.1 s, and the longest real description we hold has 200. A text past the limit is shown as it was typed.
const MARKS = /[*_~[\]`>|]/g;
const MOST_MARKS = 2_000;

function render(source: string, topHeading: HeadingLevel): string {
  const marks = source.match(MARKS)?.length ?? 0;
  if (marks <= MOST_MARKS) {
    try {
      return String(processors[topHeading].processSync(source));
    } catch (error) {
      // A thousand quotes in one another exhaust the stack of any recursive parser.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return `<p>${escapeHtml(source)}</p>`;
}

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (character) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[character] ?? "",
  );
