import type { ApplicationStage } from "./application-stage.ts";

/** Which of a job's applications are meant; null and empty mean any. */
export interface PipelineFilter {
  /** Words of the applicant's name. */
  name: string;
  credential: string | null;
  /** Every one of these is coded by the applicant: itself or a family inside it. */
  families: string[];
  state: string | null;
  /** 0–100. */
  minScore: number | null;
  /** Average of the members' ratings, 1–5. */
  minRating: number | null;
}

export const PIPELINE_SORTS = {
  newest: "Newest first",
  match: "Best match first",
  reply: "Reply due soonest",
  rating: "Best rated first",
  name: "Name",
} as const;
export type PipelineSort = keyof typeof PIPELINE_SORTS;

export type PipelineView = "board" | "list";

/** What a job's applications page shows: all of it stands in the address. */
export interface PipelineQuery extends PipelineFilter {
  /** null: as this person last chose. */
  view: PipelineView | null;
  /** Words, a code or a range to look families up by; asked once, never kept in an address we make. */
  find: string;
  /** The list alone; the board shows every stage. */
  stage: ApplicationStage | null;
  sort: PipelineSort;
  page: number;
  /** Board columns opened further, with how many cards they show. */
  opened: Partial<Record<ApplicationStage, number>>;
}

/** Cards of a column before anybody asks for more, and at most: beyond that the list turns pages. */
export const COLUMN_CARDS = 12;
export const COLUMN_CARDS_MAX = 60;

/** The address of a query: "?stage=offer&sort=match", or "" where nothing is asked. */
export function pipelineSearch(query: Partial<PipelineQuery>): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") params.append(name, String(value));
  };
  set("view", query.view);
  set("stage", query.stage);
  set("name", query.name);
  set("credential", query.credential);
  for (const family of query.families ?? []) set("family", family);
  set("state", query.state);
  set("minScore", query.minScore);
  set("minRating", query.minRating);
  set("sort", query.sort === "newest" ? null : query.sort);
  set("page", (query.page ?? 1) > 1 ? query.page : null);
  for (const [stage, cards] of Object.entries(query.opened ?? {})) set("more", `${stage}~${cards}`);
  const search = params.toString();
  return search ? `?${search}` : "";
}

/** Whether anything narrows the applications, the stage aside. */
export const isFiltered = (filter: PipelineFilter): boolean =>
  filter.name !== "" ||
  filter.families.length > 0 ||
  [filter.credential, filter.state, filter.minScore, filter.minRating].some((one) => one !== null);
