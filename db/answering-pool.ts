import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

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
      const query = async (...asked: Parameters<typeof client.query>) => {
        // Nor does the rollback wait in line behind it.
        if (late) throw late;
        try {
          return await client.query(...asked);
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
