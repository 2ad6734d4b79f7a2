/** What the team page says after each change. */
export const TEAM_DONE: Record<string, string> = {
  invited: "The invitation is on its way.",
  resent: "The invitation is on its way again. Only the newest link works.",
  revoked: "The invitation is revoked. Its link does not work any more.",
  role: "The role is changed.",
  removed: "The member is removed.",
  transferred: "The ownership is handed over. You are a recruiter now.",
};
