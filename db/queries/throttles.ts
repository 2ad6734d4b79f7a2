import type { Db } from "#db/client.ts";
import { rawExecution } from "#db/raw-execution.ts";

interface SqlText {
  text: string;
  values?: unknown[];
}

interface ThrottleStore {
  query(sql: SqlText): Promise<{ rows: Record<string, unknown>[]; rowCount: number }>;
}

/** The table `throttles` as the limiter library wants its store: something that runs SQL text. */
export function throttleStore(db: Db): ThrottleStore {
  const execution = rawExecution(db);
  return {
    async query({ text, values }) {
      const { rows } = await execution.executeSql(text, values);
      return { rows, rowCount: rows.length };
    },
  };
}
