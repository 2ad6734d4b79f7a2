import { employersByWord } from "#app/domain/query-understanding/employer-names.ts";
import type { KnownNames } from "#app/domain/query-understanding/interpretation.ts";
import { indexNames, type NameIndex } from "#app/domain/query-understanding/name-index.ts";
import type { RootDb } from "#db/client.ts";
import { listHiringEmployers, type NamedEmployer } from "#db/queries/employer-names.ts";
import { knownPlaces } from "./find-near.server.ts";

const MOST_EMPLOYERS = 5_000;
const KEPT_MS = 60_000;

interface Kept {
  byName: NameIndex<NamedEmployer>;
  byWord: KnownNames["employers"];
}

interface Holder {
  kept: Promise<Kept>;
  until: number;
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

/** Employers with open jobs as they were at most a minute ago; whoever finds them older is not kept waiting. */
export async function hiringEmployers(db: RootDb): Promise<NameIndex<NamedEmployer>> {
  return (await employers(db)).byName;
}

function employers(db: RootDb): Promise<Kept> {
  const known = held.get(db);
  if (known && known.until > performance.now()) return known.kept;
  const fresh = listHiringEmployers(db, MOST_EMPLOYERS).then((names) => ({
    byName: indexNames(names.map((value) => ({ value, names: [value.name] }))),
    byWord: employersByWord(names.map(({ name }) => name)),
  }));
  const until = performance.now() + KEPT_MS;
  if (!known) {
    held.set(db, { kept: fresh, until });
    fresh.catch(() => held.delete(db));
    return fresh;
  }
  held.set(db, { kept: known.kept, until });
  fresh.then(
    () => held.set(db, { kept: fresh, until }),
    // The ones of before will do.
    () => undefined,
  );
  return known.kept;
}
