import { useNavigate, useSubmit } from "@remix-run/react";
import { type DragEvent, useState } from "react";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import { type PipelineQuery, pipelineSearch } from "#app/domain/pipeline-query.ts";
import { declineAddress } from "./move-menu.tsx";
import type { PipelineCard } from "./pipeline-card.server.ts";

/**
 * Dragging a card onto a stage: an addition to the menu for who has a mouse. Only stages that take the card accept
 * it; dropping on "rejected" opens the application where a reason is asked for.
 */
export function useCardDrag(query: PipelineQuery) {
  const [dragged, setDragged] = useState<PipelineCard | null>(null);
  const [over, setOver] = useState<ApplicationStage | null>(null);
  const submit = useSubmit();
  const navigate = useNavigate();
  const hydrated = useHydrated();

  const takes = (stage: ApplicationStage): boolean =>
    dragged !== null &&
    (dragged.moves.some(({ value }) => value === stage) ||
      (stage === "rejected" && dragged.mayDecline));

  function drop(stage: ApplicationStage): void {
    setOver(null);
    setDragged(null);
    if (!dragged || !takes(stage)) return;
    if (stage === "rejected") {
      navigate(declineAddress(dragged, query));
      return;
    }
    const { id: applicationId, version } = dragged;
    submit(
      { intent: "move", applicationId, version, stage },
      { method: "post", action: pipelineSearch(query) || "?", preventScrollReset: true },
    );
  }

  return {
    dragged,
    cardProps: (card: PipelineCard) => ({
      draggable: hydrated && (card.moves.length > 0 || card.mayDecline),
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", card.name);
        setDragged(card);
      },
      onDragEnd: () => {
        setDragged(null);
        setOver(null);
      },
    }),
    stageProps: (stage: ApplicationStage) => ({
      "data-drop": takes(stage) ? (over === stage ? "over" : "open") : undefined,
      onDragOver: (event: DragEvent) => {
        if (!takes(stage)) return;
        event.preventDefault();
        if (over !== stage) setOver(stage);
      },
      onDragLeave: (event: DragEvent) => {
        const inside = event.relatedTarget;
        if (!(inside instanceof Node && event.currentTarget.contains(inside))) setOver(null);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        drop(stage);
      },
    }),
  };
}
