import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "..");

// --no-browser: everything but the end-to-end tests.
const { values } = parseArgs({ options: { "no-browser": { type: "boolean", default: false } } });

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

interface Tally {
  passed: number;
  failed: number;
}

const checks: { name: string; command: string; args: string[] }[] = [
  { name: "lint", command: "biome", args: ["ci", "."] },
  { name: "types", command: "tsc", args: [] },
  { name: "dead code", command: "knip", args: [] },
  { name: "build", command: "node", args: ["app/server/build-command.ts"] },
];

const total: Tally = { passed: 0, failed: 0 };

for (const check of checks) {
  const started = Date.now();
  const { code, output } = await run(check.command, check.args);
  if (code !== 0) say(output.trim());
  say(`${code === 0 ? "passed" : "FAILED"}  ${check.name} (${seconds(started)} s)`);
  total[code === 0 ? "passed" : "failed"] += 1;
}

const tests = await runVitest();
total.passed += tests.passed;
total.failed += tests.failed;
process.exitCode = total.failed === 0 ? 0 : 1;
say(`${total.passed} passed, ${total.failed} failed`);

/** Counts by Vitest's own report; a run that ends badly without a failed test (a crash, a leak) fails as one. */
async function runVitest(): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), "careercenter-report-"));
  const report = path.join(folder, "report.json");
  const projects = values["no-browser"] ? ["unit", "integration"] : [];
  const { code } = await run(
    "vitest",
    [
      "run",
      "--config=test/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...projects.flatMap((project) => ["--project", project]),
    ],
    "inherit",
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites } = existsSync(report)
    ? JSON.parse(await readFile(report, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 0 };
  await rm(folder, { recursive: true, force: true });
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed };
}

interface Ended {
  code: number | null;
  output: string;
}

/** Runs a tool of node_modules/.bin. */
function run(tool: string, args: string[], output?: "inherit"): Promise<Ended> {
  const bin = path.join(ROOT, "node_modules", ".bin");
  const child = spawn(path.join(bin, tool), args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` },
    stdio: ["ignore", output ?? "pipe", output ?? "pipe"],
  });
  let text = "";
  child.stdout?.on("data", (chunk) => (text += chunk));
  child.stderr?.on("data", (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: text }));
  });
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1_000).toFixed(1);
}
