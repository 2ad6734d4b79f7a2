import { useEffect, useRef } from "react";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";

/** One hit in the popup: range, label and where it sits in the tree. */
export function FamilyOption({
  id,
  family,
  active,
  picked,
  onPick,
}: {
  id: string;
  family: FamilySummaryWithPath;
  active: boolean;
  picked: boolean;
  onPick: () => void;
}) {
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's; focus stays in the text box
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text box (aria-activedescendant)
    <li
      aria-selected={active}
      className="family-option"
      data-picked={picked}
      data-system={family.system}
      id={id}
      onClick={onPick}
      onMouseDown={(event) => event.preventDefault()}
      ref={option}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the option of the combobox pattern
      role="option"
    >
      <FamilyLine family={family} />
      {picked ? <span className="family-option__picked"> already picked</span> : null}
    </li>
  );
}

/** Range, label and path on one or two lines. */
export function FamilyLine({ family }: { family: FamilySummaryWithPath }) {
  return (
    <>
      <span className="family-option__range">{family.range}</span>{" "}
      <span className="family-option__words">
        <span className="family-option__label">{family.label}</span>{" "}
        <span className="family-option__path">
          {family.path.length > 0 ? family.path.join(" › ") : "whole code system"}
        </span>
      </span>
    </>
  );
}
