import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { DocumentKind, ReadDocument, Unreadable } from "./document-text.ts";

export interface ExtractLimits {
  /** Wall clock from start to answer. */
  timeoutMs: number;
  /** Of JavaScript's own heap. */
  heapMb: number;
  /** Of the whole process; unpacked streams live outside the heap. */
  residentMb: number;
}

const LIMITS: ExtractLimits = { timeoutMs: 15_000, heapMb: 192, residentMb: 512 };
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const WATCH_MS = 50;
const ROOT = path.resolve(import.meta.dirname, "../../..");
const CHILD = path.join(import.meta.dirname, "extract-child.ts");

// The reader's own code and what it imports: not the uploads, the database or the keys under the same roof.
const READABLE = [
  "package.json",
  "app/platform/document-text",
  "app/platform/zip-directory.ts",
  "node_modules/unpdf",
  "node_modules/saxes",
  "node_modules/xmlchars",
];

const answerSchema: z.ZodType<ReadDocument> = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    lines: z.array(z.string().max(2_000)).max(5_000),
    pageCount: z.number().int().nullable(),
    isCut: z.boolean(),
  }),
  z.object({
    ok: z.literal(false),
    why: z.enum(["encrypted", "damaged", "no-text", "too-large", "too-slow", "too-much-memory"]),
  }),
]);

/** What the child may do, as flags: read its own code, and nothing else. */
export const readerFlags = (heapMb: number): string[] => [
  `--max-old-space-size=${heapMb}`,
  "--permission",
  ...READABLE.map((place) => `--allow-fs-read=${path.join(ROOT, place)}`),
  "--disallow-code-generation-from-strings",
  "--no-warnings",
];

/**
 * Reads a document's text in a child process that sees no environment, may write no file and start no program, and
 * is killed at its limits. Never throws for what is in the file.
 */
export async function extractText(
  bytes: Uint8Array,
  { kind, limits = LIMITS }: { kind: DocumentKind; limits?: ExtractLimits },
): Promise<ReadDocument> {
  while (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  running += 1;
  try {
    return await runChild(bytes, kind, limits);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

// Two readers at their limits fit beside a worker on a small machine.
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

function runChild(
  bytes: Uint8Array,
  kind: DocumentKind,
  limits: ExtractLimits,
): Promise<ReadDocument> {
  const child = spawn(process.execPath, [...readerFlags(limits.heapMb), CHILD, kind], {
    cwd: ROOT,
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    let settled = false;
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (answer: ReadDocument) => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      clearInterval(watch);
      child.kill("SIGKILL");
      resolve(answer);
    };
    const fail = (why: Unreadable) => settle({ ok: false, why });
    const deadline = setTimeout(() => fail("too-slow"), limits.timeoutMs);
    const watch = setInterval(() => {
      residentMb(child.pid).then((mb) => {
        if (mb > limits.residentMb) fail("too-much-memory");
      }, ignore);
    }, WATCH_MS);

    child.once("spawn", () => preferToDie(child.pid));
    child.once("error", () => fail("damaged"));
    // A child that dies early closes the pipe under the bytes on their way.
    child.stdin.on("error", ignore);
    child.stdin.end(bytes);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) fail("too-large");
      else chunks.push(chunk);
    });
    child.once("close", (code, signal) => {
      // V8 ends a process whose heap is full with SIGABRT; the kernel one that takes all memory with SIGKILL.
      if (signal || code === 134) return fail("too-much-memory");
      settle(parseAnswer(Buffer.concat(chunks).toString("utf8")));
    });
  });
}

function parseAnswer(text: string): ReadDocument {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return { ok: false, why: "damaged" };
  }
}

/** How much memory a process holds; 0 where the system does not tell. */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Should the machine run out of memory first, this process is the one to go. */
const preferToDie = (pid: number | undefined): void =>
  void writeFile(`/proc/${pid}/oom_score_adj`, "1000").catch(ignore);

const ignore = (): void => {};
