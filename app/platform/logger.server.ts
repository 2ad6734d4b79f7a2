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
  return destination ? pino(options, destination) : pino(options);
}

/** The child every line of one request is written with. */
export const requestLogger = (log: Logger, requestId: string): Logger => log.child({ requestId });
