/** Days between asking for an account's deletion and the deletion itself. */
export const GRACE_DAYS = 14;

/** Days an export can be downloaded. */
export const EXPORT_DAYS = 7;

/** Hours before another export can be asked for. */
export const EXPORT_PAUSE_HOURS = 12;
