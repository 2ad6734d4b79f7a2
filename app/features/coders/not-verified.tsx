import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";

/** Why an employer that is not verified finds no coders, and what it can do; `children` is what the board decided. */
export function NotVerified({
  employerName,
  children,
}: {
  employerName: string;
  children: ReactNode;
}) {
  return (
    <div className="stack">
      {children}
      <Notice title={`${employerName} cannot search coders yet`} tone="info">
        <p>
          Coders show their profiles to employers we know to be who they say they are. So only
          verified employers can search them and invite them to apply.
        </p>
      </Notice>
      <p>
        We verify employers one by one. Fill in your employer page: the website, where you are and
        what you do. When we have looked at it, this page opens by itself. Until then you can post
        jobs and answer applications as usual.
      </p>
      <div className="cluster">
        <ButtonLink to="/employer/settings">Fill in your employer page</ButtonLink>
        <ButtonLink to="/employer/jobs" variant="secondary">
          Your jobs
        </ButtonLink>
      </div>
    </div>
  );
}
