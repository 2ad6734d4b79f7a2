import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { Suggestion, SuggestionGroup } from "#app/domain/query-understanding/suggestion.ts";
import { useSuggestions } from "./use-suggestions.ts";

const NONE = -1;

/**
 * The search field. With JavaScript it offers, as one types, what the words may be meant as (WAI-ARIA combobox with a
 * list); choosing sets the filter. Enter without a choice searches for what is typed, as without JavaScript.
 */
export function SearchBox({
  q,
  inputId,
  label,
  placeholder,
  onChoose,
}: {
  q: string;
  /** For a label of the page's own. */
  inputId?: string;
  /** Read out; none where the page shows a label. */
  label?: string;
  placeholder?: string;
  onChoose: (suggestion: Suggestion) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(NONE);
  const groups = useSuggestions(typed);
  const items = groups.flatMap((group) => group.items);
  const open = typed !== null && items.length > 0;

  const close = () => {
    setTyped(null);
    setActive(NONE);
  };
  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    if (input.current) input.current.value = suggestion.rest;
    close();
    onChoose(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setTyped(event.currentTarget.value);
      // One step more than there are: between the last and the first one stands on what was typed.
      const step = event.key === "ArrowDown" ? 1 : items.length;
      setActive(((active + 1 + step) % (items.length + 1)) - 1);
    } else if (event.key === "Enter") {
      if (open && active !== NONE) {
        event.preventDefault();
        choose(items[active]);
      } else close();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  };

  // A plain text box until the page is live: what is announced must be what works.
  const combobox = hydrated && {
    role: "combobox",
    "aria-activedescendant": open && active !== NONE ? `${id}-${active}` : undefined,
    "aria-autocomplete": "list" as const,
    "aria-controls": `${id}-list`,
    "aria-expanded": open,
  };

  return (
    <div className="search-box">
      <label className="search-line__box" htmlFor={inputId}>
        {label && <span className="visually-hidden">{label}</span>}
        <Icon name="search" />
        <input
          {...combobox}
          ref={input}
          className="control"
          type="search"
          name="q"
          defaultValue={q}
          id={inputId}
          placeholder={placeholder}
          enterKeyHint="search"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onBlur={close}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(NONE);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <SuggestionList id={id} groups={open ? groups : []} active={active} onChoose={choose} />
      <p className="visually-hidden" aria-live="polite">
        {open ? countWords(items.length) : ""}
      </p>
    </div>
  );
}

const countWords = (count: number): string =>
  count === 1 ? "1 suggestion; use the arrow keys." : `${count} suggestions; use the arrow keys.`;

function SuggestionList({
  id,
  groups,
  active,
  onChoose,
}: {
  id: string;
  groups: readonly SuggestionGroup[];
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}) {
  let next = 0;
  return (
    <div
      aria-label="Suggestions"
      className="search-box__list"
      hidden={groups.length === 0}
      id={`${id}-list`}
      role="listbox"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ kind, label, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p className="search-box__group" id={`${id}-${kind}`} role="presentation">
            {label}
          </p>
          {items.map((item) => {
            const at = next;
            next += 1;
            return (
              <Option
                key={item.href}
                id={`${id}-${at}`}
                item={item}
                isActive={at === active}
                isCode={kind === "family"}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Option({
  id,
  item,
  isActive,
  isCode,
  onChoose,
}: {
  id: string;
  item: Suggestion;
  isActive: boolean;
  isCode: boolean;
  onChoose: (suggestion: Suggestion) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    <div
      aria-selected={isActive}
      className="search-box__option"
      id={id}
      role="option"
      onClick={() => onChoose(item)}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: "nearest" });
      }}
    >
      <span>{item.label}</span>
      <span className={isCode ? "search-box__detail code" : "search-box__detail"}>
        {item.detail}
      </span>
    </div>
  );
}
