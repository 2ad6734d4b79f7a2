import { data } from "@remix-run/node";
import { type DomainErrorCode, isDomainError, NOT_FOUND_SENTENCE } from "#app/domain/errors.ts";
import { isDatabaseAway } from "#db/database-away.ts";

/** The HTTP status of each expected refusal. */
export const STATUS: Record<DomainErrorCode, number> = {
  "not-found": 404,
  "not-allowed": 403,
  "job-not-open": 409,
  "already-applied": 409,
  "illegal-move": 409,
  "stands-unanswered": 409,
  "changed-meanwhile": 409,
  incomplete: 422,
  "key-reused": 422,
  "too-many-attempts": 429,
  busy: 503,
  "email-taken": 422,
  "token-invalid": 410,
};

/**
 * Wraps every loader and action: an expected refusal becomes its status with its sentence (the error page
 * shows it), bad input that slipped to Postgres a 400, a database that cannot be reached a 503.
 * Anything else is a bug and stays one.
 */
export function handled<Args, Result>(
  handler: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw toResponse(error) ?? error;
    }
  };
}

function toResponse(error: unknown) {
  if (isDomainError(error)) return data(error.message, { status: STATUS[error.code] });
  const code = sqlState(error);
  if (code?.startsWith("22")) return data("We could not read that.", { status: 400 });
  if (isDatabaseAway(error)) {
    // A Response, which an address without a page answers as it is; of `data` Remix would only keep the status.
    return new Response("We cannot reach our records just now. Try again in a few seconds.", {
      status: 503,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "5" },
    });
  }
  return null;
}

const sqlState = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

/** The 404 of an unknown id: the same for what does not exist and what this viewer may not know of. */
export const notFound = () => data(NOT_FOUND_SENTENCE, { status: 404 });
