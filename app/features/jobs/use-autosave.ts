import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type AutosaveReply, bodyOf, contentOf, sendAutosave } from "./autosave-request.ts";
import { noteLateSave } from "./use-late-save.ts";

const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

export type AutosaveState = "idle" | "saving" | "saved" | "failed" | "conflict";

/**
 * Saves a form quietly a moment after the last change, and at once when the page goes away. `savedAs` is the job it
 * stands for (null while there is none) and `seenVersion` what the page was given; `jobId` and `version` are what
 * they have become.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  savedAs: string | null,
  seenVersion: number,
) {
  const [reply, setReply] = useState<AutosaveReply | null>(null);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** The content the server has. */
  const kept = useRef<string | null>(null);
  const held = useRef<HTMLElement | null>(null);
  const leaving = useRef(false);
  const saved = reply?.kind === "saved" ? reply : null;
  const [last, setLast] = useState<{ jobId: string | null; version: number } | null>(null);
  const jobId = last?.jobId ?? savedAs;
  const version = Math.max(seenVersion, last?.version ?? 0);

  useEffect(() => {
    if (form.current) kept.current = contentOf(form.current);
  }, [form]);

  const save = async () => {
    const node = form.current;
    if (!node || busy || leaving.current || reply?.kind === "conflict") return;
    const content = contentOf(node);
    if (content === kept.current) return;
    setBusy(true);
    const answer = await sendAutosave(jobId, bodyOf(node));
    if (answer.kind === "saved") {
      kept.current = content;
      setLast({ jobId: answer.jobId, version: answer.version });
    }
    setReply(answer);
    setBusy(false);
    if (answer.kind === "failed") later(RETRY_MS);
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  const later = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveNow.current(), ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    // A submit that came while a save was under way goes on now, with the version that save led to.
    const button = held.current;
    if (busy || !button) return;
    held.current = null;
    form.current?.requestSubmit(button);
  }, [busy, form]);

  useEffect(() => {
    const flush = () => {
      const node = form.current;
      if (!node || leaving.current || contentOf(node) === kept.current) return;
      kept.current = contentOf(node);
      noteLateSave(jobId, version);
      void sendAutosave(jobId, bodyOf(node), { keepalive: true });
    };
    window.addEventListener("pagehide", flush);
    return () => window.removeEventListener("pagehide", flush);
  }, [form, jobId, version]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    if (busy) {
      event.preventDefault();
      held.current = (event.nativeEvent as SubmitEvent).submitter;
      return;
    }
    leaving.current = true;
    kept.current = contentOf(event.currentTarget);
  };

  const state: AutosaveState = busy ? "saving" : (reply?.kind ?? "idle");
  return {
    state,
    jobId,
    version,
    todo: saved?.todo ?? null,
    conflict: reply?.kind === "conflict" ? reply.sentence : null,
    onTouch: () => later(PAUSE_MS),
    onSubmit,
    /** The page stayed (a refusal): go on saving. */
    resume: useCallback(() => {
      leaving.current = false;
    }, []),
  };
}
