import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { searchKeysOf } from "#search/keys.ts";

const secret = () => randomBytes(32).toString("hex");

const master = secret();
const { searchKey, indexerKey } = searchKeysOf(master);
const lines = [
  "# Secrets of this machine's docker compose, made by npm run compose:env. Keep them out of git.",
  `POSTGRES_PASSWORD=${secret()}`,
  `MEILI_MASTER_KEY=${master}`,
  `MEILI_SEARCH_KEY=${searchKey}`,
  `MEILI_INDEXER_KEY=${indexerKey}`,
  "APP_ORIGIN=http://localhost:3000",
  "MAIL_FROM=CareerCenter <no-reply@careercenter.example>",
];

try {
  await writeFile(".env", `${lines.join("\n")}\n`, { mode: 0o600, flag: "wx" });
  process.stdout.write(
    "Wrote .env with fresh secrets. Set APP_ORIGIN in it, then: docker compose up\n",
  );
} catch (error) {
  const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
  process.stderr.write(
    exists ? "There is a .env already; it is left as it is.\n" : `Could not write .env: ${error}\n`,
  );
  process.exitCode = 1;
}
