import type { ReactNode } from "react";

/** A word or two of status, framed. */
export function Badge({
  tone = "neutral",
  children,
}: {
  tone?: "neutral" | "accent" | "success" | "warning" | "danger" | undefined;
  children: ReactNode;
}) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}
