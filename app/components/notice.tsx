import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const ICONS = {
  info: "info",
  success: "circle-check",
  warning: "warning",
  danger: "circle-alert",
} as const;

/** A sentence or two set apart from the page; `success` and `danger` are announced when they appear. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: keyof typeof ICONS;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const role = tone === "danger" ? "alert" : tone === "success" ? "status" : undefined;
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <Icon name={ICONS[tone]} />
      <div className="notice__words">
        {title ? <p className="notice__title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
