import { CREDENTIALS } from "#app/domain/vocabulary.ts";

/** Where an issuer answers whether somebody holds its credential, and by what. */
export interface IssuerCheck {
  words: string;
  /** The issuer's own site; null for issuers that answer by mail or telephone only. */
  url: string | null;
}

// Issuers move these pages about; their front pages stay, and lead to them.
const CHECKS: Record<string, IssuerCheck> = {
  AAPC: { words: "AAPC answers by name or member ID", url: "https://www.aapc.com/" },
  AHIMA: { words: "AHIMA answers by name and state or ID", url: "https://www.ahima.org/" },
  "State board of nursing": {
    words: "Nursys answers by name and state",
    url: "https://www.nursys.com/",
  },
};

/** How a credential is looked up at its usual issuer. */
export function issuerCheckOf(code: string): IssuerCheck {
  const issuer = CREDENTIALS.find((one) => one.code === code)?.issuer ?? "";
  return CHECKS[issuer] ?? { words: issuer ? `Ask ${issuer}` : "Ask the issuer", url: null };
}
