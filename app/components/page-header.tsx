import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** The one h1 of a page, what the page is for, and what can be done with it. */
export function PageHeader({
  title,
  lede,
  actions,
  back,
}: {
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string } | undefined;
}) {
  return (
    <div className="page-header">
      <div className="page-header__words">
        {back ? (
          <Link className="page-header__back" to={back.to}>
            <Icon name="arrow-left" />
            {back.label}
          </Link>
        ) : null}
        <h1>{title}</h1>
        {lede ? <div className="page-header__lede">{lede}</div> : null}
      </div>
      {actions ? <div className="cluster">{actions}</div> : null}
    </div>
  );
}
