import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import type { Job } from "#db/schema/jobs.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

/** The text of every element of one name; throws when the XML is not well formed. */
function texts(xml: string, wanted: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", () => {
    text = "";
  });
  const take = (more: string) => {
    text += more;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", ({ name }) => {
    if (name === wanted) found.push(text);
  });
  parser.write(xml).close();
  return found;
}

const get = async (path: string) => {
  const response = await fetch(new URL(path, site.origin));
  expect(response.status, path).toBe(200);
  return { xml: await response.text(), type: response.headers.get("content-type") };
};

const HOSTILE = `Coder ]]> & <b>"hostile"</b> \u{1F600} ${unique()}`;
let open: Job;
let closed: Job;

beforeAll(async () => {
  open = await makeJob(site.db, { title: HOSTILE, description: "Code ]]> & **charts**." });
  closed = await makeJob(site.db, { title: HOSTILE, status: "closed", closeReason: "filled" });
  await site.untilIndexed();
});

describe("The sitemap", () => {
  it("is named by robots.txt and lists every open job, employer and page", async () => {
    const robots = await (await fetch(new URL("/robots.txt", site.origin))).text();
    expect(robots).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
    const parts = texts((await get("/sitemap.xml")).xml, "loc");
    const paths = parts.map((part) => new URL(part).pathname);
    expect(paths).toEqual(["/sitemap/pages.xml", "/sitemap/employers.xml", "/sitemap/jobs.xml"]);
    const jobs = texts((await get("/sitemap/jobs.xml")).xml, "loc");
    expect(jobs).toContain(`${site.origin}/jobs/${open.slug}`);
    expect(jobs).not.toContain(`${site.origin}/jobs/${closed.slug}`);
    const sixteenth = texts((await get(`/sitemap/jobs-${open.id[0]}.xml`)).xml, "loc");
    expect(sixteenth).toContain(`${site.origin}/jobs/${open.slug}`);
    const pages = texts((await get("/sitemap/pages.xml")).xml, "loc");
    expect(pages).toContain(`${site.origin}/code-families/cpt-echo`);
    expect(texts((await get("/sitemap/employers.xml")).xml, "loc").length).toBeGreaterThan(0);
  });

  it("has no other parts", async () => {
    for (const part of ["users", "jobs-zz", "jobs-", "..%2f"]) {
      expect((await fetch(new URL(`/sitemap/${part}.xml`, site.origin))).status, part).toBe(404);
    }
  });
});

describe("The feeds", () => {
  it("hold the newest jobs of a search as Atom, whatever their titles hold", async () => {
    const { xml, type } = await get(`/feeds/jobs.atom?q=hostile&state=FL`);
    expect(type).toBe("application/atom+xml; charset=utf-8");
    const titles = texts(xml, "title");
    expect(titles).toContain(HOSTILE);
    const ids = texts(xml, "id");
    expect(ids).toContain(`urn:uuid:${open.id}`);
    expect(ids).not.toContain(`urn:uuid:${closed.id}`);
    expect(xml).toContain('rel="self"');
  });

  it("hold every open job as Indeed takes it", async () => {
    const { xml } = await get("/feeds/indeed.xml");
    const references = texts(xml, "referencenumber");
    expect(references).toContain(open.id);
    expect(references).not.toContain(closed.id);
    expect(new Set(references).size).toBe(references.length);
    expect(texts(xml, "title")).toContain(HOSTILE);
    for (const element of ["date", "url", "company", "country", "description", "salary"]) {
      expect(texts(xml, element).length, element).toBe(references.length);
    }
    expect(texts(xml, "description")).toContainEqual(
      expect.stringContaining("<strong>charts</strong>"),
    );
  });

  it("are not served when a third of the jobs is gone at once, until a day has passed", async () => {
    const served = (jobs: number, servedAt = new Date()) =>
      site.db
        .insertInto("servedFeeds")
        .values({ feed: "indeed", jobs, servedAt })
        .onConflict((conflict) => conflict.column("feed").doUpdateSet({ jobs, servedAt }))
        .execute();
    const status = async () => (await fetch(new URL("/feeds/indeed.xml", site.origin))).status;
    await served(1_000_000);
    expect(await status()).toBe(503);
    await served(1_000_000, new Date(Date.now() - 25 * 3_600_000));
    expect(await status()).toBe(200);
    expect(await status()).toBe(200);
  });
});
