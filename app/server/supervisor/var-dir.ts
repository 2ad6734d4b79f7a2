import { access, constants, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readRunning } from "./running.ts";
import { codeOf, StartError } from "./start-error.ts";

/** Makes VAR_DIR and checks that we may write there. */
export async function prepareVarDir(varDir: string): Promise<void> {
  try {
    // Others may pass through: as root, PostgreSQL runs as a user of its own.
    await mkdir(varDir, { recursive: true, mode: 0o711 });
    await access(varDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `We cannot write to ${varDir} (${codeOf(error) ?? error}). Make that folder writable for you, or set VAR_DIR to one that is.`,
    );
  }
}

/**
 * Claims VAR_DIR for this process. The claim is SQLite's lock on a file, which the kernel drops however we die, so
 * a stale one cannot exist.
 */
export async function claimVarDir(varDir: string): Promise<void> {
  const file = path.join(varDir, "lock");
  try {
    claim(file);
  } catch (error) {
    if (!isLocked(error)) {
      // Not a file of ours: an older lock, or half a one.
      await rm(file, { force: true, recursive: true });
      return claim(file);
    }
    const { pid } = await readRunning(varDir);
    throw new StartError(
      `CareerCenter already runs on ${varDir}${pid ? ` (process ${pid})` : ""}. Stop it first, or start this one with another VAR_DIR and PORT.`,
    );
  }
}

let claimed: DatabaseSync | null = null;

function claim(file: string): void {
  const lock = new DatabaseSync(file);
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    throw error;
  }
  // Kept reachable: a collected handle would drop the lock.
  claimed = lock;
}

/** Gives VAR_DIR back. */
export function releaseVarDir(): void {
  claimed?.close();
  claimed = null;
}

const SQLITE_BUSY = 5;

const isLocked = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
