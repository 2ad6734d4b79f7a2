import { APPLICATION_STAGES, OPEN_STAGES } from "./application-stage.ts";
import {
  COLUMN_CARDS,
  COLUMN_CARDS_MAX,
  PIPELINE_SORTS,
  type PipelineQuery,
  type PipelineSort,
} from "./pipeline-query.ts";
import { findFamily } from "./taxonomy/code-families.ts";
import { US_STATES } from "./vocabulary.ts";

const LONGEST_WORDS = 80;
/** Asked for at once. */
export const MOST_FAMILIES = 5;
const FURTHEST_PAGE = 100_000;

/** Reads an address; a wrong value falls back instead of failing. */
export function parsePipelineQuery(params: URLSearchParams): PipelineQuery {
  const view = params.get("view");
  const sort = params.get("sort") ?? "";
  return {
    view: view === "board" || view === "list" ? view : null,
    stage: APPLICATION_STAGES.find((stage) => stage === params.get("stage")) ?? null,
    name: words(params.get("name")),
    find: words(params.get("find")),
    credential: /^[A-Za-z0-9-]{2,20}$/.exec(params.get("credential") ?? "")?.[0] ?? null,
    families: [...new Set(params.getAll("family"))].filter(findFamily).slice(0, MOST_FAMILIES),
    state: US_STATES.find((state) => state === params.get("state")) ?? null,
    minScore: wholeNumber(params.get("minScore"), 1, 100),
    minRating: wholeNumber(params.get("minRating"), 1, 5),
    sort: isSort(sort) ? sort : "newest",
    page: wholeNumber(params.get("page"), 1, FURTHEST_PAGE) ?? 1,
    opened: openedColumns(params.getAll("more")),
  };
}

const words = (text: string | null): string =>
  (text ?? "")
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_WORDS);

const isSort = (sort: string): sort is PipelineSort => Object.hasOwn(PIPELINE_SORTS, sort);

function wholeNumber(text: string | null, min: number, max: number): number | null {
  if (!text || !/^\d{1,6}$/.test(text)) return null;
  const number = Number(text);
  return number >= min && number <= max ? number : null;
}

function openedColumns(values: readonly string[]): PipelineQuery["opened"] {
  return Object.fromEntries(
    values.flatMap((value) => {
      const [stage = "", count = ""] = value.split("~");
      const cards = wholeNumber(count, COLUMN_CARDS, COLUMN_CARDS_MAX);
      return cards !== null && OPEN_STAGES.some((one) => one === stage) ? [[stage, cards]] : [];
    }),
  );
}
