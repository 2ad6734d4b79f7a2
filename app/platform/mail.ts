/** A mail as a value: built by pure functions (`*.email.ts`), sent only by the worker's `send-mail` task. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Optional extra headers with fixed values of our own (never user input). */
  headers?: Record<string, string>;
}

/** A person and an address as one reads them: "Marisol Quintana <marisol@example.com>", or the address alone. */
export const mailbox = ({ name, address }: Mail["to"]): string =>
  name ? `${name} <${address}>` : address;
