/** Words to look for, as an address carries them: short, and nothing Postgres refuses. */
export const searchWords = (value: string | null): string =>
  (value ?? "").toWellFormed().replaceAll("\0", "").trim().slice(0, 100);
