import type { ComponentProps } from "react";
import { Badge } from "#app/components/badge.tsx";
import { JOB_STATUS_LABELS, type JobStatus } from "#app/domain/job-lifecycle.ts";

const TONES: Record<JobStatus, ComponentProps<typeof Badge>["tone"]> = {
  draft: "neutral",
  "in-review": "accent",
  scheduled: "accent",
  published: "success",
  paused: "warning",
  closed: "neutral",
  expired: "neutral",
  rejected: "danger",
};

export const JobStatusBadge = ({ status }: { status: JobStatus }) => (
  <Badge tone={TONES[status]}>{JOB_STATUS_LABELS[status]}</Badge>
);
