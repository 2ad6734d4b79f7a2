/** A path without the secret of a mailed link, fit for logs. */
export const loggablePath = (path: string): string =>
  path.replace(
    /^\/(verify-email|reset-password|invitations|confirm-job|alerts\/(?:stop|confirm|manage)|feeds\/saved)\/.+$/i,
    "/$1/[token]",
  );
