import { execFile } from "node:child_process";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whom the server runs as: PostgreSQL refuses to run as root. Null: as whoever we are. */
export interface PostgresUser {
  uid: number;
  gid: number;
}

/** The `postgres` user when we are root (made on first need), else null. */
export async function findPostgresUser(): Promise<PostgresUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await lookUp("postgres");
  if (known) return known;
  await run("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]).catch(() => {});
  const user = (await lookUp("postgres")) ?? (await lookUp("nobody"));
  if (!user) {
    throw new Error(
      "PostgreSQL does not run as root and we could not make a user for it. Start CareerCenter as an ordinary user, or create a user named postgres.",
    );
  }
  return user;
}

async function lookUp(name: string): Promise<PostgresUser | null> {
  try {
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)),
    );
    return uid !== undefined && gid !== undefined ? { uid, gid } : null;
  } catch {
    return null;
  }
}

export interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

const PASS_THROUGH = [
  "--inh-caps=-all,+dac_override",
  "--ambient-caps=-all,+dac_override",
  // Else access(2), by which PostgreSQL finds its own files, ignores the capability.
  "--securebits=+no_setuid_fixup",
];

/**
 * `command` as it must be spawned to run as `user`. Where the project lies in a folder closed to others
 * (/root, a mktemp folder), the server keeps one capability, to pass through it: everything stays in VAR_DIR.
 */
export async function asUser(
  user: PostgresUser | null,
  file: string,
  args: string[],
  paths: string[],
): Promise<Command> {
  if (!user) return { file, args };
  const closed = await firstClosed(user, paths);
  if (!closed) return { file, args, ...user };
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"];
  const entering = [...identity, ...PASS_THROUGH, "--", file];
  const enters = await run("setpriv", [...entering, "--version"]).then(
    () => true,
    () => false,
  );
  if (!enters) {
    throw new Error(
      `PostgreSQL does not run as root, and its own user may not enter ${closed}. Run chmod o+x ${closed}, or start CareerCenter as an ordinary user.`,
    );
  }
  return { file: "setpriv", args: [...entering, ...args] };
}

async function firstClosed(user: PostgresUser, paths: string[]): Promise<string | null> {
  for (const start of paths) {
    const real = await realpath(start);
    for (let at = real; ; at = path.dirname(at)) {
      const entry = await stat(at);
      const shift = entry.uid === user.uid ? 6 : entry.gid === user.gid ? 3 : 0;
      const needed = entry.isDirectory() ? 0o1 : 0o4;
      if (((entry.mode >> shift) & needed) !== needed) return at;
      if (at === path.dirname(at)) break;
    }
  }
  return null;
}
