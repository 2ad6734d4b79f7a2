/** The closed list of refusals a person can meet. `app/web/domain-error.server.ts` maps each to a status once. */
export type DomainErrorCode =
  | "not-found"
  | "not-allowed"
  | "job-not-open"
  | "already-applied"
  | "illegal-move"
  | "changed-meanwhile"
  | "incomplete"
  | "key-reused"
  | "too-many-attempts"
  | "email-taken"
  | "token-invalid";

/** An expected refusal: it carries a sentence for the person, and never a stack trace. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;

  constructor(code: DomainErrorCode, message: string) {
    super(message);
    this.name = "DomainError";
    this.code = code;
  }
}

/** Works across bundles, where `instanceof` does not. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === "DomainError" && "code" in error;
