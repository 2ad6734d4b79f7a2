import { CompiledQuery } from "kysely";
import type { Db } from "./client.ts";

/** Runs SQL text in the caller's connection or transaction. */
export interface RawExecution {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Lets a library that speaks SQL text take part in our transaction. Without plugins: such a library reads the
 * column names it wrote, not ours.
 */
export function rawExecution(db: Db): RawExecution {
  const plain = db.withoutPlugins();
  return {
    async executeSql(text, values = []) {
      const { rows } = await plain.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(text, values),
      );
      return { rows };
    },
  };
}
