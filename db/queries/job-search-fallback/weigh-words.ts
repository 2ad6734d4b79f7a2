import { sql } from "kysely";
import { correctionsOf } from "#app/domain/lexicon.ts";
import type { Db } from "#db/client.ts";
import { isWritten, type Word } from "./conditions.ts";

const SPELLED = /^[\p{L}]{4,}$/u;

/**
 * Finds the words no job is written with. One of the field's own is put right from its vocabulary; any other is
 * compared by its letters, which costs a hundred times more than the index of words. What holds a digit is never
 * taken for anything else.
 */
export async function weighWords(
  db: Db,
  words: readonly (readonly string[])[],
): Promise<readonly Word[]> {
  if (words.length === 0) return [];
  const known = words.map(
    (spellings) =>
      sql`exists (select from job_search where ${sql.join(spellings.map(isWritten), sql` or `)})`,
  );
  const { rows } = await sql<{
    known: boolean[];
  }>`select array[${sql.join(known)}] as known`.execute(db);
  return words.map((spellings, index) => {
    const isSlip = !rows[0]?.known[index] && spellings.every((spelling) => SPELLED.test(spelling));
    const meant = isSlip ? spellings.flatMap(correctionsOf) : [];
    return meant.length > 0 ? { spellings: meant, near: false } : { spellings, near: isSlip };
  });
}
