import { useFetcher } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { JobFormAnswer } from "./job-form-answer.ts";
import { noteLateSave } from "./use-late-save.ts";

const PAUSE_MS = 1_200;

/** Names that are not the job's content: they change without anybody typing. */
const MACHINERY = ["intent", "version", "idempotencyKey", "familyQuery"];

function contentOf(form: HTMLFormElement): string {
  const content = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !MACHINERY.includes(name)) content.append(name, value);
  }
  return content.toString();
}

export type AutosaveState = "idle" | "saving" | "saved" | "failed" | "conflict";

/**
 * Saves a form quietly a moment after the last change, and at once when the page goes away. `savedAs` is the job it
 * stands for (null while there is none) and `seenVersion` what the page was given; `action` and `version` are where it
 * posts to and what it names by now.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  savedAs: string | null,
  seenVersion: number,
) {
  const fetcher = useFetcher<JobFormAnswer>();
  const jobId = fetcher.data?.jobId ?? savedAs;
  const action = jobId ? `/employer/jobs/${jobId}/edit` : "/employer/jobs/new";
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const kept = useRef<string | null>(null);
  const latest = useRef<string | null>(null);
  const held = useRef<HTMLElement | null>(null);
  const leaving = useRef(false);
  const [touched, setTouched] = useState(false);
  const conflict = fetcher.data?.conflict ?? null;
  // Once the answer is here the save is done, even while the rest of the page is still being looked after.
  const busy = fetcher.state === "submitting";

  const [version, setVersion] = useState(seenVersion);
  const seen = Math.max(version, seenVersion);

  useEffect(() => {
    if (form.current) kept.current = contentOf(form.current);
    latest.current = kept.current;
  }, [form]);

  const savedVersion = fetcher.data?.version ?? 0;
  useEffect(() => {
    if (busy) return;
    if (savedVersion > seen) {
      setVersion(savedVersion);
      return;
    }
    // A submit that came while a save was under way goes on now, with the version that save led to.
    const button = held.current;
    held.current = null;
    if (button) form.current?.requestSubmit(button);
  }, [busy, savedVersion, seen, form]);

  const stopped = conflict !== null;
  const save = () => {
    const node = form.current;
    if (!node || busy || stopped || leaving.current) return;
    const content = contentOf(node);
    if (content === kept.current) return;
    kept.current = content;
    const body = new FormData(node);
    body.set("intent", "autosave");
    fetcher.submit(body, { method: "post", action });
  };
  const saveNow = useRef(save);
  saveNow.current = save;

  const onTouch = () => {
    if (form.current) latest.current = contentOf(form.current);
    if (latest.current !== kept.current) setTouched(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => saveNow.current(), PAUSE_MS);
  };

  useEffect(() => {
    const flush = () => {
      const node = form.current;
      if (!node || leaving.current || contentOf(node) === kept.current) return;
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(node)) {
        if (typeof value === "string") body.append(name, value);
      }
      body.set("intent", "autosave");
      kept.current = contentOf(node);
      noteLateSave(jobId, String(body.get("version")));
      fetch(action, { method: "POST", body, keepalive: true }).catch(() => {});
    };
    window.addEventListener("pagehide", flush);
    return () => window.removeEventListener("pagehide", flush);
  }, [action, form, jobId]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (busy) {
      event.preventDefault();
      held.current = submitter;
      return;
    }
    leaving.current = true;
    kept.current = contentOf(event.currentTarget);
  };

  const state: AutosaveState = stopped
    ? "conflict"
    : busy
      ? "saving"
      : fetcher.data?.version
        ? "saved"
        : fetcher.data
          ? "failed"
          : "idle";
  return {
    state: touched ? state : "idle",
    action,
    jobId,
    answer: fetcher.data ?? null,
    conflict,
    version: seen,
    onTouch,
    onSubmit,
    /** The page stayed (a refusal): go on saving. */
    resume: useCallback(() => {
      leaving.current = false;
    }, []),
  } as const;
}
