import { buildNow } from "./supervisor/build-when-stale.ts";
import { StartError } from "./supervisor/start-error.ts";

try {
  process.stdout.write(await buildNow());
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
