import { inTurns } from "#db/in-turns.ts";
import { LEASE_MS, type PublicVersion } from "#db/queries/public-version.ts";

export interface VersionWatch {
  /** The version of this very moment when it is known without asking; null when it must be read. */
  known(): string | null;
  /** The version at some moment after this call. Rejects when the database cannot be asked. */
  read(): Promise<string>;
}

/**
 * The version of everything public, asked for at most once per half a lease however many want it, and never told
 * when it could have changed. `now` is a steady clock in milliseconds.
 */
export function watchVersion(
  ask: () => Promise<PublicVersion>,
  now: () => number = () => performance.now(),
): VersionWatch {
  let version = "";
  let asked = Number.NEGATIVE_INFINITY;
  let renewing = false;

  const read = inTurns(async () => {
    // Before the question leaves: the lease runs from a moment of ours that is certainly earlier than the database's.
    const started = now();
    const answer = await ask();
    version = answer.version;
    asked = answer.leased ? started : Number.NEGATIVE_INFINITY;
    return version;
  });

  return {
    known() {
      const age = now() - asked;
      if (age >= LEASE_MS) return null;
      if (age > LEASE_MS / 2 && !renewing) {
        renewing = true;
        read()
          // Whoever needs it next asks again, and says what is the matter.
          .catch(() => {})
          .finally(() => {
            renewing = false;
          });
      }
      return version;
    },
    read,
  };
}
