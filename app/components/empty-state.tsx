import type { ReactNode } from "react";

/** What a list says when it holds nothing, and the way on. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {children ? <div className="empty-state__words">{children}</div> : null}
      {action ? <div className="cluster">{action}</div> : null}
    </div>
  );
}
