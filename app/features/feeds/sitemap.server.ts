import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { escaped, paged, streamed } from "#app/web/xml.ts";
import {
  type Address,
  countOpenJobs,
  listEmployerAddresses,
  listJobAddresses,
} from "#db/queries/feeds.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const PAGE = 1_000;
// A part may hold 50,000 addresses; ids are random, so their first digits deal them out evenly.
const PER_PART = 40_000;
const HEX = [..."0123456789abcdef"];

/** The list of the sitemap's parts: pages, employers, and jobs in as many parts as they need. */
export async function sitemapIndex({ db, origin }: Pick<Deps, "db" | "origin">): Promise<string> {
  const parts = [
    "pages",
    "employers",
    ...prefixes(await countOpenJobs(db)).map((hex) => `jobs${hex && `-${hex}`}`),
  ];
  const entries = parts.map(
    (part) => `<sitemap><loc>${escaped(`${origin}/sitemap/${part}.xml`)}</loc></sitemap>\n`,
  );
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${entries.join("")}</sitemapindex>\n`;
}

function prefixes(jobs: number): string[] {
  if (jobs <= PER_PART) return [""];
  return jobs <= PER_PART * 12 ? HEX : HEX.flatMap((one) => HEX.map((other) => `${one}${other}`));
}

/** One part, written as it is read; null when there is no such part. */
export function sitemapPart(
  { db, origin }: Pick<Deps, "db" | "origin">,
  part: string,
): ReadableStream<Uint8Array> | null {
  const jobs = /^jobs(?:-([0-9a-f]{1,2}))?$/.exec(part);
  if (jobs) {
    const prefix = jobs[1] ?? "";
    return body(
      paged((after) => listJobAddresses(db, { prefix, after, limit: PAGE }), PAGE),
      (slug) => `${origin}/jobs/${slug}`,
    );
  }
  if (part === "employers") {
    return body(
      paged((after) => listEmployerAddresses(db, { after, limit: PAGE }), PAGE),
      (slug) => `${origin}/employers/${slug}`,
    );
  }
  return part === "pages" ? streamed(pages(origin)) : null;
}

function body(
  rows: AsyncGenerator<(Address & { id: string })[]>,
  address: (slug: string) => string,
): ReadableStream<Uint8Array> {
  async function* pieces() {
    yield `${HEAD}<urlset ${NAMESPACE}>\n`;
    for await (const page of rows) {
      yield page.map(({ slug, changedAt }) => entry(address(slug), changedAt)).join("");
    }
    yield "</urlset>\n";
  }
  return streamed(pieces());
}

async function* pages(origin: string): AsyncGenerator<string> {
  const paths = [
    "/",
    "/jobs",
    "/code-families",
    "/how-matching-works",
    ...CODE_FAMILIES.filter(({ status }) => status === "active").map(
      ({ id }) => `/code-families/${id}`,
    ),
    ...SPECIALTIES.map(({ slug }) => `/specialties/${slug}`),
  ];
  const entries = paths.map((path) => entry(`${origin}${path}`, null)).join("");
  yield `${HEAD}<urlset ${NAMESPACE}>\n${entries}</urlset>\n`;
}

const entry = (address: string, changedAt: string | null): string =>
  `<url><loc>${escaped(address)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ""}</url>\n`;
