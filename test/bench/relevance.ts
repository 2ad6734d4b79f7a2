import { type Measured, summarize } from "#test/relevance/measure.ts";
import { postSet, runSet } from "#test/relevance/run.ts";
import { shareServices } from "#test/setup/services.ts";
import { testDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

// How well a search answers what coders type, with the engine and without it: `npm run bench:relevance`.
// `-- --all` prints every query; without it those that fall short.

const say = (line = "") => void process.stdout.write(`${line}\n`);
const every = process.argv.includes("--all");

const { services, done } = await shareServices();
const world = await testDeps(services);
try {
  const set = await postSet(world.deps.db);
  await indexJobs(world.deps);
  const engine = await runSet(world.deps, set);
  const fallback = await runSet({ ...world.deps, search: null, columns: null }, set);
  print("Meilisearch", engine);
  print("Postgres", fallback);
  say(`| ${engine.length} queries, ${set.size} jobs | nDCG@10 | success@3 |`);
  say("|---|---:|---:|");
  for (const [name, measured] of [
    ["Meilisearch", engine],
    ["Postgres", fallback],
  ] as const) {
    const { ndcg, success } = summarize(measured);
    say(`| ${name} | ${ndcg.toFixed(3)} | ${success.toFixed(3)} |`);
  }
} finally {
  await world.dispose();
  await done();
}

function print(name: string, measured: readonly Measured[]): void {
  const shown = every ? measured : measured.filter(({ ndcg, success }) => ndcg < 0.8 || !success);
  say(`${name}: ${shown.length} ${every ? "queries" : "fall short"}`);
  for (const { q, best, relevant, ndcg, success, grades } of shown) {
    say(
      `  ${ndcg.toFixed(2)} ${success ? " " : "x"} ${q.padEnd(32)} ${grades.join("")} of ${best}/${relevant}`,
    );
  }
}
