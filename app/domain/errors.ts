/** The closed list of refusals a person can meet. `app/web/domain-error.server.ts` maps each to a status once. */
export type DomainErrorCode =
  | "not-found"
  | "not-allowed"
  | "job-not-open"
  | "already-applied"
  | "illegal-move"
  | "stands-unanswered"
  | "changed-meanwhile"
  | "incomplete"
  | "key-reused"
  | "too-many-attempts"
  | "busy"
  | "email-taken"
  | "token-invalid";

/** An expected refusal: it carries a sentence for the person, and never a stack trace. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  /** Where on this site the person finds what stands in the way; null when there is no such page. */
  readonly link: string | null;

  constructor(code: DomainErrorCode, message: string, link: string | null = null) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.link = link;
  }
}

/** One sentence for what does not exist and for what this person may not know of. */
export const NOT_FOUND_SENTENCE =
  "We could not find that page. It may have moved, or the link may be incomplete.";

export const notFoundError = (): DomainError => new DomainError("not-found", NOT_FOUND_SENTENCE);

/** Works across bundles, where `instanceof` does not. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === "DomainError" && "code" in error;
