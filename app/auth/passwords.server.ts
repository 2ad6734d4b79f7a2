import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { DomainError } from "#app/domain/errors.ts";
import { MAX_PASSWORD } from "./password-rules.ts";

// OWASP's argon2id: 19 MiB, two passes; about 25 ms on one core, off the event loop.
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

const AT_ONCE = 8;
const MAY_WAIT = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length < MAY_WAIT) await new Promise<void>((resolve) => waiting.push(resolve));
  else
    throw new DomainError(
      "busy",
      "Many people are logging in just now. Try again in a few seconds.",
    );
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

// The same character typed on two keyboards can have two encodings.
const encode = (password: string): string => password.normalize("NFKC");

/** An argon2id hash with its parameters in it. Throws "busy" when too many wait for theirs. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > MAX_PASSWORD) throw new RangeError("The password is too long to hash.");
  return await takeTurn(() => hash(encode(password), PARAMETERS));
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash (nobody has that address) the same work is done
 * for nothing, so that the answer takes as long.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  decoy ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await decoy);
  const matches = await takeTurn(() => verify(against, encode(password)).catch(() => false));
  return matches && stored !== null;
}
