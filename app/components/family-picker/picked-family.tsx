import type { ReactNode } from "react";
import type { FamilySummary } from "#app/domain/taxonomy/code-families.ts";
import { Button } from "../button.tsx";
import { controlId } from "../field-parts.tsx";
import { Icon } from "../icon.tsx";

/** One picked family with its own inputs and the button that takes it away. */
export function PickedFamily({
  familyId,
  family,
  note,
  name,
  onRemove,
  children,
}: {
  familyId: string;
  /** null when the taxonomy no longer holds the id; the row stays so that nothing typed is lost. */
  family: FamilySummary | null;
  note: string | null;
  name: string;
  /** null until the page is live: the button then asks the server. */
  onRemove: (() => void) | null;
  children: ReactNode;
}) {
  const words = family ? `${family.range} ${family.label}` : familyId;
  return (
    <li className="picked-family" data-system={family?.system}>
      <fieldset>
        <legend className="picked-family__legend" id={controlId(name)}>
          <span className="family-chip__range">{family?.range ?? familyId}</span>{" "}
          <span className="picked-family__label">{family?.label}</span>{" "}
          <span className="picked-family__system">
            {family?.systemLabel}
            {note ? `, ${note}` : ""}
          </span>
        </legend>
        <input name={name} type="hidden" value={familyId} />
        <div className="picked-family__fields">{children}</div>
      </fieldset>
      <Button
        aria-label={`Remove ${words}`}
        name="intent"
        onClick={
          onRemove
            ? (event) => {
                event.preventDefault();
                onRemove();
              }
            : undefined
        }
        size="small"
        value={`remove-family:${familyId}`}
        variant="quiet"
      >
        <Icon name="x" />
        Remove
      </Button>
    </li>
  );
}
