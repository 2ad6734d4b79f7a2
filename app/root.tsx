import codeFont from "@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2?url";
import sansFont from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { ErrorPage, errorTitle } from "#app/components/error-page.tsx";
import { NonceContext } from "#app/components/nonce-context.ts";
import { PendingBar } from "#app/components/pending-bar.tsx";
import { SiteFooter } from "#app/components/site-footer.tsx";
import { SiteHeader, type SiteViewer } from "#app/components/site-header.tsx";
import { countUnreadThreads } from "#app/features/messages/count-unread.server.ts";
import { readAppearance } from "#app/web/appearance.server.ts";
import { handled } from "#app/web/handled.server.ts";
import favicon from "./styles/favicon.svg?url";
import "./styles/index.css";

const font = (href: string) => ({
  rel: "preload",
  as: "font",
  type: "font/woff2",
  href,
  crossOrigin: "anonymous" as const,
});

export const links: LinksFunction = () => [
  font(sansFont),
  font(codeFont),
  { rel: "icon", href: favicon, type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  {
    title: error ? `${errorTitle(error)} · CareerCenter` : "CareerCenter: jobs for medical coders",
  },
  {
    name: "description",
    content:
      "Find medical coding jobs by the code families you know, with pay, states and credentials stated.",
  },
];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const viewer = await context.viewer();
  const siteViewer: SiteViewer | null = viewer && {
    name: viewer.name,
    kind: viewer.kind,
    employerName: viewer.membership?.employerName ?? null,
    unreadThreads: await countUnreadThreads(context.deps, viewer),
    memberships: viewer.memberships,
    onlyReads: viewer.membership?.role === "viewer",
  };
  return {
    viewer: siteViewer,
    appearance: readAppearance(request.headers.get("Cookie")),
    requestId: context.requestId,
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useContext(NonceContext);
  const appearance = root?.appearance ?? "system";
  return (
    <html data-appearance={appearance} lang="en-US">
      <head>
        <meta charSet="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <Meta />
        <Links />
      </head>
      <body>
        <PendingBar />
        <div>
          <a className="skip-link" href="#main">
            Skip to the content
          </a>
          <SiteHeader viewer={root?.viewer ?? null} />
        </div>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter appearance={appearance} kind={root?.viewer?.kind ?? null} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const viewer = root?.viewer;
  const mayBeElsewhere = (viewer?.memberships ?? 0) > 1 && pathname.startsWith("/employer/");
  return (
    <ErrorPage requestId={root?.requestId}>
      {mayBeElsewhere ? (
        <p>
          You act for {viewer?.employerName ?? "none of your employers"} now. If this belongs to
          another one,{" "}
          <Link to={`/employer/switch?redirectTo=${encodeURIComponent(pathname)}`}>
            switch employer
          </Link>
          .
        </p>
      ) : null}
    </ErrorPage>
  );
}
