import { DomainError } from "#app/domain/errors.ts";
import { mergeProposals } from "#app/domain/profile-proposals/merge-proposals.ts";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import type { ProfileFacts } from "#app/domain/profile-proposals/standing.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { writeProfile } from "../save-profile.server.ts";

/** As many of each as the profile editor takes. */
const MOST = {
  experience: [60, "code families"],
  credentials: [30, "credentials"],
  work: [30, "jobs"],
  education: [15, "schools"],
  software: [40, "programs"],
} as const satisfies Partial<Record<keyof ProfileFacts, readonly [number, string]>>;

/**
 * Puts the proposals their owner accepted into the profile, all or none, over the version they were shown beside;
 * `alsoWrite` runs in the same transaction. Throws `DomainError("changed-meanwhile")` when the profile was saved since
 * or holds changes not saved yet, `DomainError("incomplete")` when it would grow beyond what it may hold.
 */
export function acceptProposals(
  deps: Pick<Deps, "db">,
  {
    userId,
    version,
    accepted,
    alsoWrite,
  }: {
    userId: string;
    version: number;
    accepted: readonly Proposal[];
    alsoWrite?: (trx: Db) => Promise<void>;
  },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const stored = await readProfile(trx, userId);
    if (stored.draft !== null) throw new DomainError("changed-meanwhile", UNSAVED);
    const merged = mergeProposals(stored.profile, accepted);
    refuseTooMany(merged);
    await writeProfile(trx, { userId, input: { ...merged, version } });
    await alsoWrite?.(trx);
  });
}

const UNSAVED =
  "Your profile has changes you have not saved yet. Save or discard them first, so that nothing you typed is lost.";

function refuseTooMany(profile: ProfileFacts): void {
  for (const [field, [most, noun]] of Object.entries(MOST)) {
    const count = profile[field as keyof typeof MOST].length;
    if (count <= most) continue;
    throw new DomainError(
      "incomplete",
      `A profile holds at most ${most} ${noun}; this would make ${count}. Take fewer, or remove some first.`,
    );
  }
}
