import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { type CapturedMail, listCapturedMail } from "#app/platform/captured-mail.server.ts";
import { createDb, type RootDb } from "#db/client.ts";
import type { DemoAccount } from "#db/seed/example-world/demo-accounts.ts";
import { PASSWORD } from "#test/factories/user.ts";
import type { SiteAddress } from "./app-server.ts";
import { waitUntil } from "./wait-until.ts";

export interface VisitOptions {
  /** Default true. */
  javaScript?: boolean;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  /** Logs in first. Factory users have the password of `PASSWORD`. */
  as?: { email: string; password?: string };
}

export interface Site extends SiteAddress {
  db: RootDb;
  /** A page in a browser of its own (no cookies shared), closed after the test; relative URLs work. */
  visit(options?: VisitOptions): Promise<Page>;
  demoAccount(role: DemoAccount["role"]): DemoAccount;
  /** The newest mail to an address with such a subject and such words; waits for the worker to send it. */
  mailTo(address: string, subject?: RegExp, words?: RegExp): Promise<CapturedMail>;
  /** Waits until every change made so far is in the search index. */
  untilIndexed(): Promise<void>;
}

/** The site under test, for the tests of the enclosing file: `const site = setUpSite();`. */
export function setUpSite(): Site {
  const site = {} as Site;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    const address = inject("site");
    browser = await chromium.connect(inject("browser"));
    const db = createDb({ url: address.databaseUrl, max: 3, applicationName: "careercenter-e2e" });
    Object.assign(site, address, { db, visit, demoAccount, mailTo, untilIndexed });
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await site.db?.destroy();
  });

  async function visit(options: VisitOptions = {}): Promise<Page> {
    const { javaScript = true, as, ...rest } = options;
    const context = await browser.newContext({
      baseURL: site.origin,
      javaScriptEnabled: javaScript,
      ...rest,
    });
    contexts.push(context);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    if (as) await logIn(page, { password: PASSWORD, ...as });
    return page;
  }

  function demoAccount(role: DemoAccount["role"]): DemoAccount {
    const found = site.demoAccounts.find((account) => account.role === role);
    if (!found) throw new Error(`There is no demo ${role}.`);
    return found;
  }

  const mailTo = (address: string, subject = /./, words = /./): Promise<CapturedMail> =>
    waitUntil(async () => {
      const mails = await listCapturedMail(path.join(site.varDir, "mail"));
      return mails.find(
        ({ to, text, ...mail }) =>
          to.address === address && subject.test(mail.subject) && words.test(text),
      );
    }, 15_000);

  const untilIndexed = async (): Promise<void> => {
    const isIndexed = async () =>
      !(await site.db
        .selectFrom("searchOutbox")
        .select("jobId")
        .where("deadAt", "is", null)
        .limit(1)
        .executeTakeFirst());
    await waitUntil(isIndexed, 20_000);
  };

  return site;
}

async function logIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email").fill(who.email);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
