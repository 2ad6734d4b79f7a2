import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import { readResume } from "#app/domain/resume-reading/read-resume.ts";
import { extractText } from "#app/platform/document-text/extract-text.server.ts";
import { BAD_FILES, manyPagesPdf } from "#test/fixtures/resume-files/bad-files.ts";

// Reads every résumé file there is and prints what was found against what a person would have found:
// `npm run bench:resumes`.

const FOLDER = path.resolve(import.meta.dirname, "../fixtures/resume-files");
const TODAY = "2026-11-21";

interface Expected {
  credentials: string[];
  families: string[];
  /** Neither missed when absent nor wrong when proposed. */
  alsoRight?: string[];
}

interface Score {
  right: number;
  wrong: string[];
  missed: string[];
}

const say = (line = "") => void process.stdout.write(`${line}\n`);
const share = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;

const expected: Record<string, Expected> = JSON.parse(
  await readFile(path.join(FOLDER, "expected.json"), "utf8"),
);
const files = (await readdir(FOLDER)).filter((file) => /\.(?:pdf|docx)$/.test(file)).toSorted();
const totals = { credentials: [] as Score[], families: [] as Score[] };
let faults = 0;

say("| file | ms | credentials | families | wrong | missed |");
say("|---|---|---|---|---|---|");
for (const file of files) {
  const bytes = await readFile(path.join(FOLDER, file));
  const started = performance.now();
  const text = await extractText(bytes, { kind: file.endsWith(".pdf") ? "pdf" : "docx" });
  const ms = Math.round(performance.now() - started);
  const person = file.split(".")[0] ?? "";
  const truth = expected[person];
  if (!truth) {
    const held = !text.ok;
    if (!held) faults += 1;
    say(`| ${file} | ${ms} | ${text.ok ? "READ" : `refused: ${text.why}`} | | | |`);
    continue;
  }
  const proposals = text.ok ? readResume(text.lines, TODAY) : [];
  const credentials = score(idsOf(proposals, "credential"), truth.credentials, []);
  const families = score(idsOf(proposals, "family"), truth.families, truth.alsoRight ?? []);
  totals.credentials.push(credentials);
  totals.families.push(families);
  const wrong = [...credentials.wrong, ...families.wrong].join(" ");
  const missed = [...credentials.missed, ...families.missed].join(" ");
  const of = ({ right, missed: out }: Score) => `${right}/${right + out.length}`;
  say(`| ${file} | ${ms} | ${of(credentials)} | ${of(families)} | ${wrong} | ${missed} |`);
}
for (const { name, kind, expected: reasons, make } of BAD_FILES) {
  const bytes = make();
  const started = performance.now();
  const text = await extractText(bytes, { kind });
  const ms = Math.round(performance.now() - started);
  const why = text.ok ? "READ" : text.why;
  if (text.ok || !reasons.includes(text.why)) faults += 1;
  say(`| ${name} (${Math.ceil(bytes.length / 1024)} KB) | ${ms} | refused: ${why} | | | |`);
}
const started = performance.now();
const long = await extractText(manyPagesPdf(5_000), { kind: "pdf" });
if (!long.ok || !long.isCut) faults += 1;
say(
  `| 5000-pages.pdf | ${Math.round(performance.now() - started)} | ${long.ok ? "first 30 read" : long.why} | | | |`,
);
say();
for (const [what, scores] of Object.entries(totals)) {
  const right = scores.reduce((sum, one) => sum + one.right, 0);
  const wrong = scores.reduce((sum, one) => sum + one.wrong.length, 0);
  const missed = scores.reduce((sum, one) => sum + one.missed.length, 0);
  say(
    `${what}: precision ${share(right, right + wrong)} (${wrong} wrong), recall ${share(right, right + missed)} (${right} of ${right + missed})`,
  );
}
say(`${files.length + BAD_FILES.length + 1} files, ${faults} met otherwise than they should be`);
if (faults > 0) process.exitCode = 1;

function idsOf(proposals: readonly Proposal[], kind: "credential" | "family"): string[] {
  return proposals.flatMap((proposal) => {
    if (proposal.kind !== kind) return [];
    return proposal.kind === "credential" ? proposal.value.code : proposal.value.familyId;
  });
}

function score(found: readonly string[], truth: readonly string[], also: readonly string[]): Score {
  return {
    right: found.filter((id) => truth.includes(id)).length,
    wrong: found.filter((id) => !truth.includes(id) && !also.includes(id)),
    missed: truth.filter((id) => !found.includes(id)),
  };
}
