import { type FormEvent, useEffect, useRef } from "react";

interface Kept {
  text: string;
  /** The writer's last message when this was typed. */
  own: string;
  sent: boolean;
}

/**
 * Keeps what is typed into a form's "body" in this tab until it has been sent: a lost connection or an ended session
 * would take it along otherwise. `own` changes once a message has gone out. Give the answer to the form.
 */
export function useKeptText(name: string, own: string) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const box = form.current?.elements.namedItem("body");
    const kept = read(name);
    if (!kept || !(box instanceof HTMLTextAreaElement)) return;
    if (kept.sent && kept.own !== own) sessionStorage.removeItem(name);
    else if (box.value === "") box.value = kept.text;
  }, [name, own]);

  const keep = (sent: boolean) => {
    const text = new FormData(form.current ?? undefined).get("body");
    try {
      sessionStorage.setItem(name, JSON.stringify({ text, own, sent }));
    } catch {
      // A full or forbidden store keeps nothing; the form still works.
    }
  };
  return {
    ref: form,
    onInput: (_: FormEvent) => keep(false),
    onSubmit: (_: FormEvent) => keep(true),
  };
}

function read(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}
