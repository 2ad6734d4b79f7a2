import type { PipelineView } from "#app/domain/pipeline-query.ts";

const YEAR_IN_SECONDS = 31_536_000;

/** Board or list, as last chosen in this browser. Never throws on a strange cookie. */
export function readUsualView(cookieHeader: string | null): PipelineView {
  return /(?:^|;\s*)applications-view=list(?:;|$)/.test(cookieHeader ?? "") ? "list" : "board";
}

/** The Set-Cookie header that remembers a choice. */
export const usualViewCookie = (view: PipelineView): string =>
  `applications-view=${view}; Path=/employer; SameSite=Lax; HttpOnly; Max-Age=${YEAR_IN_SECONDS}`;
