/** Why CareerCenter cannot start, in a sentence that says what to do. */
export class StartError extends Error {}

/** The code of a system error ("EACCES"), else null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
