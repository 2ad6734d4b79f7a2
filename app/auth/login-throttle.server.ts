import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#app/domain/errors.ts";
import type { RootDb } from "#db/client.ts";
import { throttleStore } from "#db/queries/throttles.ts";
import { throttleAddress } from "./client-address.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

// Attempts per seconds. Failed log-ins count; successful ones give their point back. An account runs out well before
// its address does: one person guessing must not shut out a whole office behind the same router.
const LIMITS = {
  "login-account": { points: 10, duration: 15 * MINUTE },
  "login-ip": { points: 50, duration: 5 * MINUTE },
  "sign-up-ip": { points: 50, duration: HOUR },
  "alert-ip": { points: 20, duration: HOUR },
  "alert-account": { points: 5, duration: 24 * HOUR },
  "report-ip": { points: 20, duration: HOUR },
  "mail-ip": { points: 30, duration: 30 * MINUTE },
  "message-applicant": { points: 20, duration: HOUR },
  "message-member": { points: 120, duration: HOUR },
  "message-bulk": { points: 20, duration: HOUR },
  "mail-account": { points: 5, duration: 30 * MINUTE },
  // Of an address invited, by whatever employers; and of an employer inviting.
  "invite-account": { points: 5, duration: 24 * HOUR },
  "invite-employer": { points: 60, duration: HOUR },
  "create-employer": { points: 10, duration: 24 * HOUR },
  "import-employer": { points: 30, duration: HOUR },
} as const;

export type Limit = keyof typeof LIMITS;

/** What is counted: a client's address or an account's e-mail address (kept only as a hash). */
type Counted = { ip: string } | { account: string };

interface Site {
  db: RootDb;
}

/** Takes one attempt; throws "too-many-attempts" with the waiting time when there is none left. */
export async function spendAttempt({ db }: Site, limit: Limit, counted: Counted): Promise<void> {
  try {
    await limiterOf(db, limit).consume(keyOf(counted));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw new DomainError(
      "too-many-attempts",
      `That was tried too often. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
    );
  }
}

/** Gives an attempt back that turned out to be a good one. */
export async function returnAttempt({ db }: Site, limit: Limit, counted: Counted): Promise<void> {
  await limiterOf(db, limit).reward(keyOf(counted));
}

function keyOf(counted: Counted): string {
  if ("ip" in counted) return throttleAddress(counted.ip).slice(0, 100);
  return createHash("sha256").update(counted.account.trim().toLowerCase()).digest("hex");
}

const limiters = new WeakMap<RootDb, Map<Limit, RateLimiterPostgres>>();

function limiterOf(db: RootDb, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(db, known);
  const limiter =
    known.get(limit) ??
    new RateLimiterPostgres({
      storeClient: throttleStore(db),
      storeType: "pool",
      tableName: "throttles",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      ...LIMITS[limit],
      // With the database gone each process counts for itself rather than not at all.
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: limit, ...LIMITS[limit] }),
    });
  known.set(limit, limiter);
  return limiter;
}
