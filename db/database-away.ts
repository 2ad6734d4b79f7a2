const AWAY_CODES =
  /^(08...|57P0.|57014|53...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

const AWAY_WORDS =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|has encountered a connection error/;

/** True for an error that says the database cannot be reached or does not answer: a matter of time, not of the request. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return AWAY_CODES.test(code) || AWAY_WORDS.test(error.message);
}
