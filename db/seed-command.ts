import path from "node:path";
import { parseArgs } from "node:util";
import { EnvError, getEnv } from "#app/platform/env.server.ts";
import { createDb, type RootDb } from "./client.ts";
import { migrate } from "./migrate.ts";
import { isEmptyWorld, seedExampleWorld } from "./seed/example-world/seed-example-world.ts";
import { seedVolume } from "./seed/volume/seed-volume.ts";
import { withDatabase } from "./with-database.ts";

const USAGE = "Use: npm run seed [-- --jobs N --applicants N], N up to 2000000.";

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

interface Wanted {
  jobs: number;
  applicants: number;
}

/** null: no numbers were given, so the example world is wanted. */
function readWanted(args: string[]): Wanted | null {
  const options = { jobs: { type: "string" }, applicants: { type: "string" } } as const;
  const { values } = parseArgs({ args, options });
  if (values.jobs === undefined && values.applicants === undefined) return null;
  return { jobs: readCount(values.jobs), applicants: readCount(values.applicants) };
}

function readCount(text = "0"): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count > 2_000_000) throw new EnvError(USAGE);
  return count;
}

async function seed(url: string, wanted: Wanted | null): Promise<void> {
  await migrate(url);
  const db = createDb({ url, max: 4, applicationName: "careercenter-seed" });
  try {
    await (wanted ? addVolume(db, wanted) : addExampleWorld(db));
  } finally {
    await db.destroy();
  }
}

async function addExampleWorld(db: RootDb): Promise<void> {
  if (!(await isEmptyWorld(db))) {
    throw new EnvError(
      "The database has accounts already: the example world fills only an empty one.",
    );
  }
  const { varDir } = getEnv();
  const accounts = await seedExampleWorld({ db, varDir, now: new Date() });
  for (const { role, email, password } of accounts) say(`${role.padEnd(10)} ${email}  ${password}`);
  say(`The demo accounts are also in ${path.join(varDir, "demo-accounts.json")}.`);
}

async function addVolume(db: RootDb, wanted: Wanted): Promise<void> {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1_000).toFixed(1);
  let shown = 0;
  await seedVolume(db, {
    ...wanted,
    now: new Date(),
    onProgress(what, done, all) {
      if (done < all && Date.now() - shown < 2_000) return;
      shown = Date.now();
      say(`${done} of ${all} ${what}, ${seconds()} s`);
    },
  });
  say(
    `Done in ${seconds()} s. The worker brings the search index up to date; npm run reindex is faster.`,
  );
}

try {
  const wanted = readWanted(process.argv.slice(2));
  await withDatabase((url) => seed(url, wanted));
} catch (error) {
  const usage = error instanceof TypeError && "code" in error;
  const sentence = usage ? USAGE : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
