import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";

interface Words {
  title: string;
  sentence: string;
}

const WORDS: Record<number, Words> = {
  400: {
    title: "We could not read that",
    sentence: "Something in the address or the form was not readable.",
  },
  403: {
    title: "This is not open to you",
    sentence: "Your account does not have the right to do this.",
  },
  404: {
    title: "Page not found",
    sentence: "We could not find that page. It may have moved, or the link may be incomplete.",
  },
  405: {
    title: "That cannot be done here",
    sentence: "This address does not accept that kind of request.",
  },
  409: {
    title: "That is no longer possible",
    sentence:
      "Something changed since you opened the page. Go back and reload to see how it stands.",
  },
  410: { title: "This is gone", sentence: "What was here is no longer available." },
  413: { title: "That is too large", sentence: "What you sent is larger than we accept." },
  422: {
    title: "That could not be accepted",
    sentence: "Go back, check what you entered and send it again.",
  },
  429: {
    title: "Too many attempts",
    sentence: "Wait a few minutes, then try again. Nothing you had saved is lost.",
  },
  503: {
    title: "We cannot answer just now",
    sentence: "Our records cannot be reached at the moment. Try again in a few seconds.",
  },
};

const OUR_FAULT: Words = {
  title: "Something went wrong on our side",
  sentence:
    "It has been written to our log. Try again; if it happens twice, tell us the reference below.",
};

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

const wordsFor = (status: number): Words =>
  WORDS[status] ?? (status < 500 ? WORDS[400] : null) ?? OUR_FAULT;

/** What the window is called while an error page is shown. */
export const errorTitle = (error: unknown): string => wordsFor(statusOf(error)).title;

/** A plain sentence for whatever a loader, action or component threw, and a way on. */
export function ErrorPage({
  requestId,
  children,
}: {
  requestId?: string | undefined;
  /** What may explain a page that was not found, when the caller knows. */
  children?: ReactNode;
}) {
  const error = useRouteError();
  const status = statusOf(error);
  const { title, sentence } = wordsFor(status);
  const said = isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : "";
  const ours = status < 500 || status === 503 ? said : "";
  return (
    <div className="page page--reading error-page">
      <p className="error-page__status figure">{status}</p>
      <h1>{title}</h1>
      <p>{ours && !ours.startsWith("Error:") ? ours : sentence}</p>
      {status === 500 && requestId ? (
        <p className="soft">
          Reference <code>{requestId}</code>
        </p>
      ) : null}
      {status === 404 ? children : null}
      <div className="cluster">
        <ButtonLink to="/jobs">Search jobs</ButtonLink>
        <ButtonLink to="/code-families" variant="secondary">
          Browse code families
        </ButtonLink>
        <Link to="/">Go to the start page</Link>
      </div>
    </div>
  );
}
