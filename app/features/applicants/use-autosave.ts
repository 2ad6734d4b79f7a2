import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";

const PAUSE_MS = 1_200;

export interface AutosaveAnswer {
  /** False: the profile was saved elsewhere since this page was opened. */
  kept: boolean;
}

export type AutosaveState = "idle" | "typing" | "keeping" | "kept" | "conflict";

/**
 * Sends the form to its own action with `intent=autosave` once typing pauses, and at once when the page is left.
 * Nothing is sent while nothing changed.
 */
export function useAutosave(form: RefObject<HTMLFormElement>): AutosaveState {
  const fetcher = useFetcher<AutosaveAnswer>();
  const [dirty, setDirty] = useState(false);
  const submit = useRef(fetcher.submit);
  submit.current = fetcher.submit;

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sent = serialized(element);
    const send = () => {
      clearTimeout(timer);
      const now = serialized(element);
      if (now === sent) return setDirty(false);
      sent = now;
      const body = new FormData(element);
      body.set("intent", "autosave");
      submit.current(body, { method: "post" });
      setDirty(false);
    };
    const later = () => {
      if (serialized(element) === sent) return;
      setDirty(true);
      clearTimeout(timer);
      timer = setTimeout(send, PAUSE_MS);
    };
    // Rows come and go by clicks and keys, after React has drawn them.
    const afterDrawing = () => requestAnimationFrame(later);
    const leaving = () => {
      if (document.visibilityState === "hidden") send();
    };
    const stop = () => clearTimeout(timer);
    element.addEventListener("input", later);
    element.addEventListener("click", afterDrawing);
    element.addEventListener("keyup", afterDrawing);
    element.addEventListener("submit", stop);
    document.addEventListener("visibilitychange", leaving);
    return () => {
      stop();
      element.removeEventListener("input", later);
      element.removeEventListener("click", afterDrawing);
      element.removeEventListener("keyup", afterDrawing);
      element.removeEventListener("submit", stop);
      document.removeEventListener("visibilitychange", leaving);
    };
  }, [form]);

  if (dirty) return "typing";
  if (fetcher.state !== "idle") return "keeping";
  if (!fetcher.data) return "idle";
  return fetcher.data.kept ? "kept" : "conflict";
}

function serialized(form: HTMLFormElement): string {
  const body = new FormData(form);
  body.delete("familyQuery");
  return JSON.stringify([...body]);
}
