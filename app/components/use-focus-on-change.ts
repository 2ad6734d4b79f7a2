import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the heading of an element when `value` changes after the first render: a new screen at the same address. */
export function useFocusOnChange<Focused extends HTMLElement>(value: unknown): RefObject<Focused> {
  const element = useRef<Focused>(null);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    const heading = element.current?.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [value]);
  return element;
}
