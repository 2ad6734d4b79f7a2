const SPECIAL = /[<>&\u2028\u2029]/g;

/** A text as a string literal inside an inline script; nothing in it can end the script. */
export const scriptText = (text: string): string =>
  JSON.stringify(text).replace(
    SPECIAL,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
