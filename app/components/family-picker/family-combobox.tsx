import { type KeyboardEvent, type RefObject, useMemo, useState } from "react";
import { type FamilySummaryWithPath, searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { Button } from "../button.tsx";
import { comboboxMove } from "./combobox-keys.ts";
import { FamilyOption } from "./family-option.tsx";

const SHOWN = 9;

/**
 * The picker's text box with its list of hits. The taxonomy is on the page, so an answer is there with the
 * keystroke. Without JavaScript the button beside the box asks the server.
 */
export function FamilyCombobox({
  id,
  describedBy,
  invalid,
  typedBefore,
  returning,
  hydrated,
  input,
  isPicked,
  onPick,
  onRemoveLast,
}: {
  id: string;
  describedBy: string;
  invalid: boolean;
  typedBefore: string;
  /** The page comes back from adding or removing a family without JavaScript. */
  returning: boolean;
  hydrated: boolean;
  input: RefObject<HTMLInputElement>;
  isPicked: (familyId: string) => boolean;
  onPick: (family: FamilySummaryWithPath) => void;
  onRemoveLast: () => void;
}) {
  const [query, setQuery] = useState(typedBefore);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const hits = useMemo(() => (hydrated ? searchFamilies(query, SHOWN) : []), [query, hydrated]);
  const listed = open && hits.length > 0;
  const optionId = (index: number) => `${id}-option-${index}`;

  const change = (typed: string) => {
    setQuery(typed);
    setActive(0);
    setOpen(typed.trim() !== "");
  };
  const pick = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    onPick(hit);
    change("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const move = comboboxMove(event.key, {
      open: listed,
      active,
      count: hits.length,
      empty: query === "",
    });
    if (!move) return;
    event.preventDefault();
    if (move.type === "go") {
      setOpen(true);
      setActive(move.active);
    } else if (move.type === "pick") pick(move.active);
    else if (move.type === "close") setOpen(false);
    else if (move.type === "clear") change("");
    else onRemoveLast();
  };

  // A plain text box until the page is live: what is announced must be what works.
  const combobox = hydrated && {
    role: "combobox",
    "aria-activedescendant": listed ? optionId(active) : undefined,
    "aria-autocomplete": "list" as const,
    "aria-controls": `${id}-list`,
    "aria-expanded": listed,
  };

  return (
    <div className="family-combobox">
      <div className="family-combobox__row">
        <input
          {...combobox}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          autoCapitalize="off"
          // biome-ignore lint/a11y/noAutofocus: back to where the reader was, on a page loaded anew
          autoFocus={returning}
          autoComplete="off"
          className="control"
          id={id}
          maxLength={100}
          name="familyQuery"
          onBlur={() => setOpen(false)}
          onChange={(event) => change(event.target.value)}
          onFocus={() => setOpen(query.trim() !== "")}
          onKeyDown={onKeyDown}
          ref={input}
          spellCheck={false}
          type="text"
          value={query}
        />
        {hydrated ? null : (
          <Button name="intent" value="find-families" variant="secondary">
            Find families
          </Button>
        )}
      </div>
      <ul
        aria-label="Code families found"
        className="family-combobox__list"
        hidden={!listed}
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the listbox of the combobox pattern
        role="listbox"
      >
        {hits.map((hit, index) => (
          <FamilyOption
            active={index === active}
            family={hit}
            id={optionId(index)}
            key={hit.id}
            onPick={() => pick(index)}
            picked={isPicked(hit.id)}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {hydrated && open ? countWords(query, hits.length) : ""}
      </p>
      {hydrated && open && hits.length === 0 && query.trim() !== "" ? (
        <p className="family-combobox__none">
          No code family holds “{query.trim()}”. Try a code number, a range or a body system.
        </p>
      ) : null}
    </div>
  );
}

function countWords(query: string, count: number): string {
  if (query.trim() === "") return "";
  if (count === 0) return "No family found.";
  return count === 1 ? "1 family found." : `${count} families found; use the arrow keys.`;
}
