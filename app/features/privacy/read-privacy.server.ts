import { type CoderVisibility, coderCode } from "#app/domain/coder-visibility.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  findEmployersByName,
  listHiddenFrom,
  listNameReveals,
  readVisibility,
} from "#db/queries/coder-visibility.ts";
import { type LookLine, readLooks } from "./read-looks.server.ts";

const FOUND_AT_MOST = 10;
const LOOKS_SHOWN = 5;

interface Named {
  id: string;
  name: string;
  slug: string;
}

export interface PrivacyPage {
  visibility: CoderVisibility;
  anonymous: boolean;
  /** What employers know an anonymous coder by; null before there is a profile. */
  code: string | null;
  hiddenFrom: Named[];
  reveals: (Named & { since: string })[];
  /** The words employers were looked up by. */
  words: string;
  /** Null when nothing was looked up. */
  found: { id: string; name: string; place: string }[] | null;
  looks: LookLine[];
}

export async function readPrivacy(
  deps: Pick<Deps, "db">,
  { userId, words }: { userId: string; words: string },
): Promise<PrivacyPage> {
  const { db } = deps;
  const [{ visibility, anonymous, publicId }, hiddenFrom, reveals, found, { looks }] =
    await Promise.all([
      readVisibility(db, userId),
      listHiddenFrom(db, userId),
      listNameReveals(db, userId),
      words === "" ? null : findEmployersByName(db, { userId, words, limit: FOUND_AT_MOST }),
      readLooks(deps, { userId, page: 1, size: LOOKS_SHOWN }),
    ]);
  return {
    visibility,
    anonymous,
    code: publicId === null ? null : coderCode(publicId),
    hiddenFrom,
    reveals: reveals.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
    words,
    found:
      found?.map(({ id, name, city, state }) => ({
        id,
        name,
        place: [city, state].filter(Boolean).join(", "),
      })) ?? null,
    looks,
  };
}
