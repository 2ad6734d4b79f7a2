import { describePlace } from "#app/domain/job-place.ts";
import type { JobHit } from "#app/domain/job-search.ts";
import { formatHourlyEquivalent, formatPay, type PayType } from "#app/domain/pay.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail, type MailParagraph } from "#app/platform/mail-layout.ts";

const MOST_JOBS = 20;

interface ToldJob {
  hit: JobHit;
  /** What of the search it answers, in a few words each. */
  reasons: readonly string[];
}

/** New jobs of one saved search, each with why it is here. Twenty at most; the rest are behind the link. */
export function digestEmail({
  origin,
  name,
  address,
  asks,
  title,
  params,
  stopToken,
  manageToken,
  jobs,
}: {
  origin: string;
  /** "" for somebody without an account. */
  name: string;
  address: string;
  asks: string;
  /** What the person calls it; null when it goes by what it asks. */
  title: string | null;
  params: string;
  stopToken: string;
  /** Of somebody without an account; null for the others, who have a page of their own. */
  manageToken: string | null;
  jobs: readonly ToldJob[];
}): Mail {
  const count = jobs.length === 1 ? "1 new job" : `${jobs.length} new jobs`;
  const stop = `${origin}/alerts/stop/${stopToken}`;
  const manage = manageToken ? `/alerts/manage/${manageToken}` : "/applicant/saved-searches";
  const called = title ?? asks;
  const rest = jobs.length - MOST_JOBS;
  return layoutMail({
    to: { name, address },
    subject: `${count}: ${called.length > 80 ? `${called.slice(0, 80)}…` : called}`,
    paragraphs: [
      name ? `Hello ${name},` : "Hello,",
      `${count} for your search: ${title ? `${title} (${asks})` : asks}`,
      ...jobs.slice(0, MOST_JOBS).map((job) => paragraphOf(origin, job)),
      ...(rest > 0 ? [`And ${rest} more, behind the button below.`] : []),
    ],
    action: { label: "See every job of this search", url: `${origin}/jobs?${params}` },
    reason: "You asked for new jobs of this search by mail.",
    footLinks: [
      { label: "Stop these mails", url: stop },
      { label: "All your alerts", url: `${origin}${manage}` },
    ],
    headers: {
      "List-Unsubscribe": `<${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
}

function paragraphOf(origin: string, { hit, reasons }: ToldJob): MailParagraph {
  const stated = { ...hit.pay, type: hit.pay.type as PayType };
  const pay = [formatPay(stated), formatHourlyEquivalent(stated)].filter(Boolean).join(", ");
  const because = reasons.length > 0 ? reasons.join("; ") : "you asked for every new job";
  return [
    { label: hit.title, url: `${origin}/jobs/${hit.slug}` },
    `${hit.employer.name} · ${describePlace(hit)} · ${pay}`,
    `Matched because: ${because}`,
  ];
}
