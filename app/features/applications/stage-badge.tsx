import { Badge } from "#app/components/badge.tsx";
import { APPLICATION_STAGE_LABELS, type ApplicationStage } from "#app/domain/application-stage.ts";

const TONES: Record<ApplicationStage, "neutral" | "accent" | "success"> = {
  submitted: "neutral",
  "in-review": "accent",
  assessment: "accent",
  interview: "accent",
  offer: "success",
  hired: "success",
  rejected: "neutral",
  withdrawn: "neutral",
};

/** Where an application stands, in its own words. */
export function StageBadge({ stage }: { stage: ApplicationStage }) {
  return <Badge tone={TONES[stage]}>{APPLICATION_STAGE_LABELS[stage]}</Badge>;
}
