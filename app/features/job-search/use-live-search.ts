import { useNavigationType, useSubmit } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { FACETS, type JobSearch } from "#app/domain/job-search.ts";

const TYPING_PAUSE_MS = 400;

/**
 * Chosen filters search at once; typed ones after a pause. Without JavaScript the button does it. The controls
 * follow the search that is shown, but stay the same elements: whoever types or tabs keeps their place.
 */
export function useLiveSearch(search: JobSearch) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<number>();
  const submit = useSubmit();
  const submitSoon = useCallback(
    (pause: number) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(
        () => submit(addressOf(form.current), { replace: true, ...OPTIONS }),
        pause,
      );
    },
    [submit],
  );
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useFollowing(form, search, submitSoon);
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const target = event.target;
    const typed = target instanceof HTMLInputElement && !/checkbox|radio/.test(target.type);
    submitSoon(typed ? TYPING_PAUSE_MS : 0);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    window.clearTimeout(timer.current);
    submit(addressOf(event.currentTarget), OPTIONS);
    if (event.nativeEvent instanceof SubmitEvent) foldPanel(event.nativeEvent.submitter);
  };
  const cancel = () => window.clearTimeout(timer.current);
  /** Adds a filter and leaves `q` typed. */
  const choose = (filter: { name: string; value: string }, q: string) => {
    const asked = addressOf(form.current);
    if (q === "") asked.delete("q");
    else asked.set("q", q);
    if (filter.name === "near") asked.delete("near");
    asked.append(filter.name, filter.value);
    cancel();
    submit(asked, OPTIONS);
  };
  return { form, onChange, onSubmit, choose, cancel };
}

/** "Show jobs" at the end of a panel that covers a small screen: folds it, and the jobs come into view. */
function foldPanel(submitter: HTMLElement | null): void {
  const panel = submitter?.closest("details");
  const summary = panel?.querySelector("summary");
  if (!panel || !summary || summary.offsetParent === null) return;
  panel.open = false;
  summary.focus({ preventScroll: true });
  panel.scrollIntoView();
}

const OPTIONS = { action: "/jobs", preventScrollReset: true } as const;

/** What the form asks, without what it leaves open: the address stays short enough to read out. */
function addressOf(form: HTMLFormElement | null): URLSearchParams {
  const asked = new URLSearchParams();
  const entries = form ? [...new FormData(form)] : [];
  const isNear = entries.some(([name, value]) => name === "near" && value !== "");
  for (const [name, value] of entries) {
    const isDefault = name === "sort" && value === "relevance";
    const idle = value === "" || isDefault || (name === "radius" && !isNear);
    if (!idle && typeof value === "string") asked.append(name, value);
  }
  return asked;
}

function useFollowing(
  form: RefObject<HTMLFormElement>,
  search: JobSearch,
  submitSoon: (pause: number) => void,
): void {
  const wentBack = useNavigationType() === "POP";
  const shown = useRef<JobSearch>();
  useEffect(() => {
    const controls = [...(form.current?.elements ?? [])];
    const first = shown.current === undefined;
    if (shown.current === search) return;
    shown.current = search;
    // What was chosen before this page came alive is not undone but done.
    if (first && controls.some(isChanged)) submitSoon(TYPING_PAUSE_MS);
    else if (!first) for (const control of controls) follow(control, search, wentBack);
  }, [form, search, submitSoon, wentBack]);
}

function isChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const stated = [...control.options].find((option) => option.defaultSelected);
    return stated !== undefined && !stated.selected;
  }
  if (!(control instanceof HTMLInputElement)) return false;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

function follow(control: Element, search: JobSearch, wentBack: boolean): void {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    const facet = FACETS.find((name) => name === control.name);
    control.checked = facet ? search[facet].includes(control.value) : search.apprentice;
  } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
    const { name } = control;
    const isTyping = control === document.activeElement && !wentBack;
    if (!isTyping && isSingle(name)) control.value = String(search[name] ?? "");
  }
}

const SINGLE = ["q", "near", "radius", "payMin", "postedWithin", "sort"] as const;

const isSingle = (name: string): name is (typeof SINGLE)[number] =>
  SINGLE.some((one) => one === name);
