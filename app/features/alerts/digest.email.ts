import type { JobHit } from "#app/domain/job-search.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

const MOST_JOBS = 20;

/** New jobs of one saved search, each with why it is here. Twenty at most; the rest are behind the link. */
export function digestEmail({
  origin,
  name,
  address,
  asks,
  params,
  stopToken,
  jobs,
}: {
  origin: string;
  name: string;
  address: string;
  asks: string;
  params: string;
  stopToken: string;
  jobs: readonly { hit: JobHit; reasons: readonly string[] }[];
}): Mail {
  const count = jobs.length === 1 ? "1 new job" : `${jobs.length} new jobs`;
  const stop = `${origin}/alerts/stop/${stopToken}`;
  const rest = jobs.length - MOST_JOBS;
  return layoutMail({
    to: { name, address },
    subject: `${count}: ${asks.length > 80 ? `${asks.slice(0, 80)}…` : asks}`,
    paragraphs: [
      `Hello ${name},`,
      `${count} for your saved search: ${asks}`,
      ...jobs
        .slice(0, MOST_JOBS)
        .map(({ hit, reasons }) =>
          [
            `${hit.title}, ${hit.employer.name}`,
            placeAndPay(hit),
            ...(reasons.length > 0 ? [`Matches: ${reasons.join("; ")}`] : []),
            `${origin}/jobs/${hit.slug}`,
          ].join("\n"),
        ),
      ...(rest > 0 ? [`And ${rest} more: see them all below.`] : []),
    ],
    action: { label: "See every job of this search", url: `${origin}/jobs?${params}` },
    reason: `You saved this search. Stop it at ${stop} or change it at ${origin}/applicant/saved-searches`,
    headers: {
      "List-Unsubscribe": `<${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
}

function placeAndPay({ city, state, workMode, pay }: JobHit): string {
  const place = [city, state].filter(Boolean).join(", ");
  const hourly = pay.guaranteedHourly === null ? "" : `about $${pay.guaranteedHourly} an hour`;
  return [place, workMode, hourly].filter(Boolean).join(" · ");
}
