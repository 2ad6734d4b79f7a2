import { describe, expect, it } from "vitest";
import {
  employerJobActions,
  JOB_STATUSES,
  type JobAction,
  type JobStatus,
  nextJobStatus,
  requireJobStatus,
} from "#app/domain/job-lifecycle.ts";

const REMOVED = Object.fromEntries(
  (["in-review", "scheduled", "published", "paused", "closed", "expired"] as const).map((from) => [
    from,
    "closed" as const,
  ]),
);

/** Every legal move, spelled out a second time; what is not here is illegal. */
const LEGAL: Record<JobAction, Partial<Record<JobStatus, JobStatus>>> = {
  publish: { draft: "published" },
  schedule: { draft: "scheduled" },
  unschedule: { scheduled: "draft" },
  "publish-scheduled": { scheduled: "published" },
  "submit-for-review": { draft: "in-review", expired: "in-review" },
  "review-edit": { published: "in-review", paused: "in-review" },
  approve: { "in-review": "published" },
  reject: { "in-review": "rejected" },
  revise: { "in-review": "draft", rejected: "draft" },
  confirm: { published: "published" },
  extend: { published: "published" },
  pause: { published: "paused" },
  "pause-unconfirmed": { published: "paused" },
  resume: { paused: "published" },
  close: { published: "closed", paused: "closed" },
  expire: { published: "expired", paused: "expired" },
  renew: { expired: "published" },
  remove: REMOVED,
};

const MOVES = Object.entries(LEGAL).flatMap(([action, moves]) =>
  JOB_STATUSES.map((from) => ({ action: action as JobAction, from, to: moves[from] ?? null })),
);

describe("a job's lifecycle", () => {
  it.each(MOVES.filter(({ to }) => to))("lets a $from job $action", ({ action, from, to }) => {
    expect(nextJobStatus(from, action)).toBe(to);
    expect(requireJobStatus(from, action)).toBe(to);
  });

  it.each(MOVES.filter(({ to }) => !to))("does not let a $from job $action", ({ action, from }) => {
    expect(nextJobStatus(from, action)).toBeNull();
    expect(() => requireJobStatus(from, action)).toThrow("cannot be changed that way");
  });

  it("never offers an employer what only the board or the clock does", () => {
    const clockAndBoard = [
      "publish-scheduled",
      "approve",
      "reject",
      "pause-unconfirmed",
      "expire",
      "remove",
    ];
    for (const status of JOB_STATUSES) {
      const offered = employerJobActions(status);
      expect(offered.filter((action) => clockAndBoard.includes(action))).toEqual([]);
      for (const action of offered) expect(nextJobStatus(status, action)).not.toBeNull();
    }
  });

  it("never opens a closed job again", () => {
    expect(employerJobActions("closed")).toEqual([]);
  });
});
