import type { Db } from "#db/client.ts";
import { rawExecution } from "#db/raw-execution.ts";

interface SqlText {
  text: string;
  values?: unknown[];
}

interface ThrottleStore {
  query(sql: SqlText): Promise<{ rows: Record<string, unknown>[]; rowCount: number }>;
}

// Less than a query may take elsewhere: a frozen database must not hold a log-in up before it is even tried.
const PATIENCE_MS = 2_000;

/**
 * The table `throttles` as the limiter library wants its store: something that runs SQL text. Rejects when the
 * database has not answered in two seconds.
 */
export function throttleStore(db: Db): ThrottleStore {
  const execution = rawExecution(db);
  return {
    async query({ text, values }) {
      const late = new Promise<never>((_resolve, reject) => {
        const tooLate = new Error("The throttles did not answer in time.");
        setTimeout(() => reject(tooLate), PATIENCE_MS).unref();
      });
      const { rows } = await Promise.race([execution.executeSql(text, values), late]);
      return { rows, rowCount: rows.length };
    },
  };
}
