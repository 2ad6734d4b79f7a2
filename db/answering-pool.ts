import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { preparedName } from "./prepared.ts";

/**
 * The pool as Kysely uses it, without connections that did not answer in time. `pg` gives such a query up but keeps its
 * connection, which may still be inside that query, its transaction or its lock: what the next one writes there is lost.
 */
export function onlyAnswering(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      let late: Error | null = null;
      const query = async (text: string, values: unknown[]) => {
        // Nor does the rollback wait in line behind it.
        if (late) throw late;
        const name = preparedName(text);
        try {
          return await (name ? client.query({ name, text, values }) : client.query(text, values));
        } catch (error) {
          if (error instanceof Error && error.message === "Query read timeout") late = error;
          throw error;
        }
      };
      const release = (isDiscarded?: boolean) => client.release(isDiscarded || late !== null);
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
