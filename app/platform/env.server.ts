import { availableParallelism } from "node:os";
import path from "node:path";
import { z } from "zod";

const text = (max: number) => z.string().trim().min(1, "must not be empty").max(max);

const port = (fallback: number, least = 1) =>
  z.coerce
    .number("must be a port number")
    .int("must be a whole number")
    .min(least, `must be between ${least} and 65535`)
    .max(65_535, `must be between ${least} and 65535`)
    .default(fallback);

/** Half of the processors, the engines needing the others. Only Linux shares a port out among processes. */
const fittingWebProcesses = (): number =>
  process.platform === "linux" ? Math.min(4, Math.max(1, availableParallelism() >> 1)) : 1;

const url = (protocols: readonly string[]) =>
  text(2_000).refine(
    (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
    `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  );

const schema = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"], "must be development, test or production")
    .default("production"),
  PORT: port(3000),
  HOST: text(255).default("127.0.0.1"),
  APP_ORIGIN: url(["http:", "https:"])
    .refine(
      (value) => !URL.canParse(value) || new URL(value).pathname === "/",
      "must be an origin without a path",
    )
    .transform((value) => new URL(value).origin)
    .optional(),
  WEB_PROCESSES: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be from 1 to 64")
    .max(64, "must be from 1 to 64")
    .optional(),
  VAR_DIR: text(4_000).default("var"),
  FILES_DIR: text(4_000).optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_POOL: z.coerce
    .number("must be a number")
    .int()
    .min(2, "must be at least 2")
    .max(200, "must be at most 200")
    .default(10),
  MEILI_URL: url(["http:", "https:"]).optional(),
  MEILI_KEY: text(500).optional(),
  MEILI_MASTER_KEY: text(500).min(16, "must have at least 16 characters").optional(),
  MEILI_BINARY: text(4_000).optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>,;:"\r\n]{1,100} <[^\s<>,;:"]+@[^\s<>,;:"]+>|[^\s<>,;:"]+@[^\s<>,;:"]+)$/,
      'must look like "CareerCenter <no-reply@example.org>" or "no-reply@example.org"',
    )
    .default("CareerCenter <no-reply@careercenter.example>"),
  POSTAL_ADDRESS: text(300).optional(),
  CONTACT_EMAIL: z.email("must be an email address").optional(),
  JOB_REVIEW: z.enum(["off", "unverified"], "must be off or unverified").default("off"),
  TRUSTED_PROXY: text(255)
    .regex(/^[0-9a-fA-F.:/]+$/, "must be an IP address or a CIDR range")
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be one of trace, debug, info, warn, error, fatal, silent",
    )
    .default("info"),
  METRICS_PORT: port(0, 0),
  METRICS_HOST: text(255).default("127.0.0.1"),
  CHROMIUM_PATH: text(4_000).optional(),
  CAREERCENTER_EMBEDDED: z.enum(["1"], "is set by npm start only").optional(),
  CAREERCENTER_SHARED_PORT: z.enum(["1"], "is set by npm start only").optional(),
  CAREERCENTER_DEV: z.enum(["1"], "is set by npm run dev only").optional(),
});

/** The environment, parsed: paths absolute, defaults filled in. */
export interface Env {
  nodeEnv: "development" | "test" | "production";
  port: number;
  host: string;
  /** The one origin absolute links are built from, without a trailing slash. */
  appOrigin: string;
  /** How many web processes `npm start` runs on the one port. */
  webProcesses: number;
  /** True in those when they are several. */
  sharedPort: boolean;
  varDir: string;
  filesDir: string;
  /** Null: `npm start` runs an embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Connections per process. */
  databasePool: number;
  /** Null: `npm start` runs an embedded Meilisearch; in web and worker, search runs on Postgres. */
  meiliUrl: string | null;
  meiliKey: string | null;
  /** Only for the command that makes the scoped keys. */
  meiliMasterKey: string | null;
  meiliBinary: string | null;
  /** Folders of PATH. */
  searchPath: string[];
  /** Null: mail is captured under varDir. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Where the board's operator gets letters; the last line of every mail. */
  postalAddress: string;
  /** Where people write to the board; null: only by letter. */
  contactEmail: string | null;
  jobReview: "off" | "unverified";
  /** Only requests from this address or range may speak for another client. */
  trustedProxy: string | null;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** 0: no metrics are served. */
  metricsPort: number;
  metricsHost: string;
  chromiumPath: string | null;
  /** True in the children of `npm start` on its own engines: shows /dev/mail. */
  embedded: boolean;
  /** True under `npm run dev`: Vite serves and reloads the app. */
  dev: boolean;
  /** True when npm runs us: we leave when it does. */
  underNpm: boolean;
}

/** A bad environment; the message has one sentence per variable. */
export class EnvError extends Error {}

/** Parses an environment (an empty value counts as unset). Throws `EnvError` naming every wrong variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  const sentences = parsed.success ? [] : parsed.error.issues.map(sentence);
  if (set.MEILI_URL && !set.MEILI_KEY && !set.MEILI_MASTER_KEY) {
    sentences.push("MEILI_KEY must be set when MEILI_URL is.");
  }
  if (set.SMTP_URL && !set.POSTAL_ADDRESS) {
    sentences.push("POSTAL_ADDRESS must be set when SMTP_URL is: every mail has to carry it.");
  }
  if (!parsed.success || sentences.length > 0) {
    throw new EnvError([...new Set(sentences)].join("\n"));
  }
  const env = parsed.data;
  const varDir = path.resolve(env.VAR_DIR);
  return {
    nodeEnv: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    appOrigin: env.APP_ORIGIN ?? `http://localhost:${env.PORT}`,
    webProcesses: env.WEB_PROCESSES ?? fittingWebProcesses(),
    sharedPort: env.CAREERCENTER_SHARED_PORT === "1",
    varDir,
    filesDir: env.FILES_DIR ? path.resolve(env.FILES_DIR) : path.join(varDir, "files"),
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: env.DATABASE_POOL,
    meiliUrl: env.MEILI_URL ?? null,
    meiliKey: env.MEILI_KEY ?? null,
    meiliMasterKey: env.MEILI_MASTER_KEY ?? null,
    meiliBinary: env.MEILI_BINARY ? path.resolve(env.MEILI_BINARY) : null,
    searchPath: (source.PATH ?? "").split(path.delimiter),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    postalAddress: env.POSTAL_ADDRESS ?? "CareerCenter, demonstration board",
    contactEmail: env.CONTACT_EMAIL ?? null,
    jobReview: env.JOB_REVIEW,
    trustedProxy: env.TRUSTED_PROXY ?? null,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT,
    metricsHost: env.METRICS_HOST,
    chromiumPath: env.CHROMIUM_PATH ?? null,
    embedded: env.CAREERCENTER_EMBEDDED === "1",
    dev: env.CAREERCENTER_DEV === "1",
    underNpm: Boolean(source.npm_lifecycle_event),
  };
}

/** Values stay out of the sentence: they may be secrets. */
const sentence = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join(".")} ${issue.message.replace(/\.$/, "")}.`;

let cached: Env | null = null;

/** The environment of this process, read once. */
export function getEnv(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** This process's environment with some variables replaced, for a child process. */
export function childEnv(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
