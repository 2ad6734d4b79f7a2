/** What a dead link says. */
export const LINK_SPENT =
  "This link was already used or has run out. Ask for a new one; only the newest mail works.";
