import pg from "pg";

/** A connection of its own that hears one channel and holds, or keeps asking for, one advisory lock. */
export interface Lease {
  /**
   * True while this process holds the lock. Connects again when the connection was lost: with it the lock was
   * lost too. Throws when the database cannot be reached.
   */
  held(): Promise<boolean>;
  close(): Promise<void>;
}

export interface LeaseOptions {
  url: string;
  /** The advisory lock: whoever holds it is the only one. */
  lock: number;
  channel: string;
  /** A hint, never a promise: a pooler in between may drop notifications. */
  onNotify: () => void;
  onError: (error: Error) => void;
}

export function openLease({ url, lock, channel, onNotify, onError }: LeaseOptions): Lease {
  let client: pg.Client | null = null;
  let locked = false;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: "careercenter-lease",
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    const lost = () => {
      if (client !== fresh) return;
      client = null;
      locked = false;
    };
    fresh.on("error", (error) => {
      lost();
      onError(error);
    });
    fresh.on("end", lost);
    fresh.on("notification", onNotify);
    await fresh.connect();
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    return fresh;
  }

  return {
    async held() {
      client ??= await connect();
      if (locked) return true;
      const asked = client;
      try {
        const { rows } = await asked.query("select pg_try_advisory_lock($1) as locked", [lock]);
        locked = rows[0]?.locked === true;
      } catch (error) {
        // It did not answer in time, and may give us the lock when we no longer know of it.
        if (client === asked) client = null;
        asked.end().catch(() => {});
        throw error;
      }
      return locked;
    },
    async close() {
      const closing = client;
      client = null;
      locked = false;
      await closing?.end();
    },
  };
}
