import { employersByWord } from "#app/domain/query-understanding/employer-names.ts";
import type { KnownNames } from "#app/domain/query-understanding/interpretation.ts";
import { indexNames, type NameIndex } from "#app/domain/query-understanding/name-index.ts";
import type { RootDb } from "#db/client.ts";
import { listHiringEmployers, type NamedEmployer } from "#db/queries/employer-names.ts";
import { readNewestPublication } from "#db/queries/newest-publication.ts";
import { knownPlaces } from "./find-near.server.ts";

const MOST_EMPLOYERS = 5_000;
// Read anew this soon after something was published, and in any case for a name that was changed.
const LOOK_MS = 2_000;
const KEPT_MS = 60_000;

interface Kept {
  byName: NameIndex<NamedEmployer>;
  byWord: KnownNames["employers"];
}

interface Holder {
  kept: Promise<Kept>;
  /** The newest publication there was before they were read. */
  newest: Promise<number>;
  readAt: number;
  lookedAt: number;
}

const held = new WeakMap<object, Holder>();
const NONE: KnownNames = {
  city: () => null,
  cityIn: () => null,
  isZip: () => false,
  employers: new Map(),
};

/** What the reading of a line needs to know; a line that is empty needs nothing. */
export async function knownNames(db: RootDb, line: string): Promise<KnownNames> {
  if (line === "") return NONE;
  const [places, { byWord }] = await Promise.all([knownPlaces(), employers(db)]);
  return { ...places, employers: byWord };
}

/**
 * Employers with open jobs, as they were some seconds ago; whoever finds them older is not kept waiting, and finds the
 * new ones next time.
 */
export async function hiringEmployers(db: RootDb): Promise<NameIndex<NamedEmployer>> {
  return (await employers(db)).byName;
}

function employers(db: RootDb): Promise<Kept> {
  const known = held.get(db);
  if (!known) {
    const fresh = readEmployers(db);
    held.set(db, fresh);
    fresh.kept.catch(() => held.delete(db));
    return fresh.kept;
  }
  if (performance.now() - known.lookedAt > LOOK_MS) {
    known.lookedAt = performance.now();
    // The ones of before will do while the database cannot be asked.
    lookAgain(db, known).catch(() => undefined);
  }
  return known.kept;
}

async function lookAgain(db: RootDb, known: Holder): Promise<void> {
  const isOld = performance.now() - known.readAt > KEPT_MS;
  if (!isOld && (await readNewestPublication(db)) === (await known.newest)) return;
  const fresh = readEmployers(db);
  await fresh.kept;
  held.set(db, fresh);
}

function readEmployers(db: RootDb): Holder {
  const now = performance.now();
  // Before the names: what is published in between is looked for again.
  const newest = readNewestPublication(db);
  const kept = newest
    .then(() => listHiringEmployers(db, MOST_EMPLOYERS))
    .then((names) => ({
      byName: indexNames(names.map((value) => ({ value, names: [value.name] }))),
      byWord: employersByWord(names.map(({ name }) => name)),
    }));
  return { kept, newest, readAt: now, lookedAt: now };
}
