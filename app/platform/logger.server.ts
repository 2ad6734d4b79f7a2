import { type DestinationStream, type Logger, pino } from "pino";

/** What must never reach a log line, wherever in the logged object it sits one level down. */
const SECRETS = [
  "password",
  "currentPassword",
  "newPassword",
  "passwordHash",
  "token",
  "tokenHash",
  "cookie",
  "authorization",
  "set-cookie",
  "email",
  "address",
  "apiKey",
  "key",
  "html",
  "text",
];

const redact = {
  paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
  censor: "[redacted]",
};

export interface LoggerOptions {
  /** The process: "web" or "worker". */
  name: string;
  level?: string;
  destination?: DestinationStream;
}

/** Structured JSON lines on standard output, with secrets and personal data left out. */
export function createLogger({ name, level = "info", destination }: LoggerOptions): Logger {
  const options = { name, level, redact, base: { name, pid: process.pid } };
  // Lines wait a moment for others: a write for each was a tenth of a kept page's cost. What ends the process, and
  // a fatal line, writes them.
  return pino(options, destination ?? pino.destination({ ...GATHERED, sync: false }));
}

const GATHERED = { minLength: 4_096, periodicFlush: 50 };

/** The same log for lines that cannot hold a secret: looking for one costs more than the rest of the line. */
export const withoutRedaction = (log: Logger): Logger => log.child({}, { redact: [] });
