import { createHash, randomBytes } from "node:crypto";

/** What the database knows a mailed link by: whoever reads the table cannot open the link. */
export const tokenHashOf = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** The secret of a mailed link: 256 random bits, fit for an address. */
export const freshToken = (): string => randomBytes(32).toString("base64url");
