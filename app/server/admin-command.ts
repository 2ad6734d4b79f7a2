import { parseArgs } from "node:util";
import { endAdministrator, makeAdmin } from "#app/features/accounts/make-admin.server.ts";
import { EnvError, getEnv } from "#app/platform/env.server.ts";
import { emailAddress } from "#app/web/form-fields.ts";
import { createDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { withDatabase } from "#db/with-database.ts";

const USAGE = "Use: npm run admin -- you@example.org, or npm run admin -- --end you@example.org.";

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function readWanted(args: string[]): { email: string; end: boolean } {
  const { values, positionals } = parseArgs({
    args,
    options: { end: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const email = emailAddress().safeParse(positionals[0]);
  if (positionals.length !== 1 || !email.success) throw new EnvError(USAGE);
  return { email: email.data, end: values.end };
}

async function run(url: string, { email, end }: ReturnType<typeof readWanted>): Promise<void> {
  await migrate(url);
  const db = createDb({ url, max: 2, applicationName: "careercenter-admin" });
  try {
    if (end) {
      const ended = await endAdministrator({ db }, email);
      say(ended ? `${email} is no longer an administrator.` : `${email} is no administrator.`);
      return;
    }
    const { link } = await makeAdmin({ db, origin: getEnv().appOrigin }, email);
    say(`${email} is an administrator. Set the password here, once, within an hour:\n${link}`);
  } finally {
    await db.destroy();
  }
}

try {
  const wanted = readWanted(process.argv.slice(2));
  await withDatabase((url) => run(url, wanted));
} catch (error) {
  const usage = error instanceof TypeError && "code" in error;
  const sentence = usage ? USAGE : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
