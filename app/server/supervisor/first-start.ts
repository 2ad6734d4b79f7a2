import path from "node:path";
import { createDb } from "#db/client.ts";
import { isEmptyWorld, seedExampleWorld } from "#db/seed/example-world/seed-example-world.ts";

interface FirstStart {
  databaseUrl: string;
  varDir: string;
  say: (sentence: string) => void;
}

/** Fills an embedded database nobody uses yet with the example world and says how to log in. */
export async function seedFirstStart({ databaseUrl, varDir, say }: FirstStart): Promise<void> {
  const db = createDb({ url: databaseUrl, max: 2, applicationName: "careercenter-seed" });
  try {
    if (!(await isEmptyWorld(db))) return;
    const accounts = await seedExampleWorld({ db, varDir, now: new Date() });
    say(`Demo accounts, also in ${path.join(varDir, "demo-accounts.json")}:`);
    for (const { role, email, password } of accounts) {
      say(`  ${role.padEnd(10)} ${email}  ${password}`);
    }
  } finally {
    await db.destroy();
  }
}
