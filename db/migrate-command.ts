import { EnvError, getEnv } from "#app/platform/env.server.ts";
import { migrate } from "./migrate.ts";

try {
  const { databaseUrl } = getEnv();
  if (!databaseUrl) {
    throw new EnvError(
      "DATABASE_URL must be set: it names the database to migrate. (npm start migrates its embedded one itself.)",
    );
  }
  const ran = await migrate(databaseUrl);
  process.stdout.write(ran.length ? `Ran ${ran.join(", ")}.\n` : "Nothing to migrate.\n");
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
