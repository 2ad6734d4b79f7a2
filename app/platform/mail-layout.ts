import type { Mail } from "./mail.ts";

/** Words that lead somewhere. `url` is absolute and made by us. */
export interface MailLink {
  label: string;
  url: string;
}

/** A paragraph: a sentence, whose line breaks are kept, or lines of words and links. */
export type MailParagraph = string | readonly (string | MailLink)[];

export interface MailContent {
  to: { name: string; address: string };
  subject: string;
  paragraphs: readonly MailParagraph[];
  /** The one thing the reader may do. */
  action?: MailLink;
  /** Paragraphs below the button: what happens if it is ignored. */
  after?: readonly MailParagraph[];
  /** Why this person gets the mail: the footer's first sentence. */
  reason: string;
  /** Below the reason: where these mails are changed or stopped. */
  footLinks?: readonly MailLink[];
  headers?: Record<string, string>;
}

/** Stands for the operator's postal address: like the sender, the mailer knows it and fills it in. */
const POSTAL_ADDRESS_MARK = "{{postal address}}";

/** The plain text and the HTML of a mail, from one structure, so that neither says what the other does not. */
export function layoutMail({ to, subject, headers, ...body }: MailContent): Mail {
  return {
    // A line break in a name would be a header of its own.
    to: { ...to, name: oneLine(to.name) },
    subject: oneLine(subject),
    text: asText(body),
    html: asHtml(oneLine(subject), body),
    ...(headers ? { headers } : {}),
  };
}

/** The mail with the operator's postal address in its footers. */
export const withPostalAddress = (mail: Mail, address: string): Mail => ({
  ...mail,
  text: mail.text.replaceAll(POSTAL_ADDRESS_MARK, () => address),
  html: mail.html.replaceAll(POSTAL_ADDRESS_MARK, () => escapeHtml(address)),
});

type Body = Omit<MailContent, "to" | "subject" | "headers">;

const linesOf = (paragraph: MailParagraph): readonly (string | MailLink)[] =>
  typeof paragraph === "string" ? paragraph.split("\n") : paragraph;

function asText({ paragraphs, action, after = [], reason, footLinks = [] }: Body): string {
  // An address on a line of its own is what every mail program makes a link of.
  const line = (one: string | MailLink) =>
    typeof one === "string" ? one : `${one.label}:\n${one.url}`;
  const paragraph = (one: MailParagraph) => linesOf(one).map(line).join("\n");
  return [
    ...paragraphs.map(paragraph),
    ...(action ? [line(action)] : []),
    ...after.map(paragraph),
    ["--", reason, ...footLinks.map(line), POSTAL_ADDRESS_MARK].join("\n"),
    "",
  ].join("\n\n");
}

function asHtml(subject: string, body: Body): string {
  const { paragraphs, action, after = [], reason, footLinks = [] } = body;
  const link = ({ label, url }: MailLink) =>
    `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  const line = (one: string | MailLink) => (typeof one === "string" ? escapeHtml(one) : link(one));
  const paragraph = (one: MailParagraph) => {
    const lines = linesOf(one);
    const kind = typeof lines[0] === "object" ? ' class="item"' : "";
    return `<p${kind}>${lines.map(line).join("<br>")}</p>`;
  };
  const button = action
    ? `<p><a class="button" href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>
<p class="small">If the button does not work, open this address:<br>${link({ ...action, label: action.url })}</p>`
    : "";
  const foot = [escapeHtml(reason), ...footLinks.map(link), POSTAL_ADDRESS_MARK].join("<br>");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="sheet">
<p class="name">CareerCenter</p>
${[...paragraphs.map(paragraph), button, ...after.map(paragraph)].filter(Boolean).join("\n")}
<p class="foot">${foot}</p>
</div>
</body>
</html>
`;
}

const STYLE = [
  "body{margin:0;padding:16px;background:#f4f3ef;color:#1d2730;font:16px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif}",
  ".sheet{max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:6px}",
  "p{margin:0 0 16px;overflow-wrap:anywhere}",
  ".name{font-weight:700}",
  ".item{padding-top:16px;border-top:1px solid #d9d6cd}",
  ".item a:first-child{font-size:17px;font-weight:700}",
  "a{color:#23479c}",
  ".button{display:inline-block;padding:12px 20px;border-radius:6px;background:#23479c;color:#fff;text-decoration:none;font-weight:700}",
  ".small,.foot{font-size:14px;color:#52606b}",
  ".foot{margin:24px 0 0;padding-top:16px;border-top:1px solid #d9d6cd}",
  "@media (prefers-color-scheme:dark){body{background:#14191d;color:#e6e9eb}.sheet{background:#1d2429}a{color:#a6bdf5}.button{color:#fff}.small,.foot{color:#a7b1b8}.item,.foot{border-color:#3a444b}}",
].join("");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? "");
