import { type RefObject, useEffect, useState } from "react";

const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

export interface AutosaveAnswer {
  /** False: what this form edits was saved elsewhere since the page was opened. */
  kept: boolean;
}

export type AutosaveState = "idle" | "typing" | "kept" | "failed" | "conflict";

/**
 * Keeps the form as a draft once typing pauses, and at once when the page is left; tries again when no answer
 * comes. Sent by `fetch`, not by Remix: a lost connection or session must never take the page and its text away.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, action: string): AutosaveState {
  const [state, setState] = useState<AutosaveState>("idle");

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known = contentOf(element);
    let stopped = false;

    const send = async (leaving = false) => {
      clearTimeout(timer);
      const content = contentOf(element);
      if (stopped || content === known) return;
      const answer = await keep(action, bodyOf(element), leaving);
      if (stopped) return;
      if (answer?.kept) known = content;
      if (answer && !answer.kept) stopped = true;
      setState(!answer ? "failed" : answer.kept ? "kept" : "conflict");
      if (!answer) later(RETRY_MS);
      else if (answer.kept && contentOf(element) !== content) later();
    };
    const later = (pause = PAUSE_MS) => {
      clearTimeout(timer);
      timer = setTimeout(() => void send(), pause);
    };
    const onChange = () => {
      if (stopped || contentOf(element) === known) return;
      setState("typing");
      later();
    };
    // Rows come and go by clicks and keys, after React has drawn them.
    const afterDrawing = () => requestAnimationFrame(onChange);
    const onLeaving = () => {
      if (document.visibilityState === "hidden") void send(true);
    };
    const onSubmit = () => clearTimeout(timer);
    element.addEventListener("input", onChange);
    element.addEventListener("click", afterDrawing);
    element.addEventListener("keyup", afterDrawing);
    element.addEventListener("submit", onSubmit);
    document.addEventListener("visibilitychange", onLeaving);
    return () => {
      stopped = true;
      clearTimeout(timer);
      element.removeEventListener("input", onChange);
      element.removeEventListener("click", afterDrawing);
      element.removeEventListener("keyup", afterDrawing);
      element.removeEventListener("submit", onSubmit);
      document.removeEventListener("visibilitychange", onLeaving);
    };
  }, [form, action]);

  return state;
}

/** null: no connection, no session or no server; nothing was kept. */
async function keep(
  action: string,
  body: URLSearchParams,
  keepalive: boolean,
): Promise<AutosaveAnswer | null> {
  try {
    const response = await fetch(action, { method: "POST", body, keepalive, redirect: "manual" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "familyQuery") body.append(name, value);
  }
  return body;
}

const contentOf = (form: HTMLFormElement): string => bodyOf(form).toString();
