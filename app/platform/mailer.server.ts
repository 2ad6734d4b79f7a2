import nodemailer from "nodemailer";
import { capturedMailFolder, captureMail } from "./captured-mail.server.ts";
import type { Mail } from "./mail.ts";
import { withPostalAddress } from "./mail-layout.ts";

/** Sends one mail to one person. */
export interface Mailer {
  /**
   * Resolves when the mail was handed over. `id` is the task's: a second try of the same task carries the same
   * Message-ID, so a reader's mail program can tell that it is one mail.
   * Throws `MailRefused` when no further try can help.
   */
  send(mail: Mail, options: { id: string }): Promise<void>;
  close(): void;
}

export interface MailerSettings {
  /** null: mail is captured below `varDir`. */
  smtpUrl: string | null;
  /** "Name <address>" or an address alone. */
  mailFrom: string;
  postalAddress: string;
  /** Stands beside the postal address. */
  contactEmail?: string | null;
  origin: string;
  varDir: string;
}

/** The receiving side will never take this mail: trying again is no use. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

const TIMEOUT_MS = 10_000;

/** SMTP where it is configured, else files that /dev/mail shows. */
export function createMailer(settings: MailerSettings): Mailer {
  const { smtpUrl, origin, varDir } = settings;
  const from = parseSender(settings.mailFrom);
  const prepare = (mail: Mail): Mail => {
    refuseUnsafe(mail);
    const headers = { "Auto-Submitted": "auto-generated", ...mail.headers };
    const { postalAddress, contactEmail } = settings;
    const address = [postalAddress, contactEmail].filter(Boolean).join(" · ");
    return { ...withPostalAddress(mail, address), headers };
  };
  const messageId = (id: string) => `<${id}@${new URL(origin).hostname}>`;
  if (!smtpUrl) {
    const folder = capturedMailFolder(varDir);
    return {
      async send(mail, { id }) {
        await captureMail(folder, { ...prepare(mail), id, from, messageId: messageId(id) });
      },
      close() {},
    };
  }
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
  });
  return {
    async send(mail, { id }) {
      const prepared = prepare(mail);
      try {
        await transport.sendMail({ ...prepared, from, messageId: messageId(id) });
      } catch (error) {
        throw isPermanent(error) ? new MailRefused("the mail server refused it") : error;
      }
    },
    close: () => transport.close(),
  };
}

const UNSAFE_ADDRESS = /[\s,;<>"]/;
const LINE_BREAK = /[\r\n]/;

/** A line break or a second address in a header is how one mail becomes somebody else's. */
function refuseUnsafe({ to, subject, headers = {} }: Mail): void {
  const lines = [to.name, subject, ...Object.entries(headers).flat()];
  if (UNSAFE_ADDRESS.test(to.address) || !to.address.includes("@")) {
    throw new MailRefused("the address is not one address");
  }
  if (lines.some((line) => LINE_BREAK.test(line))) {
    throw new MailRefused("a header holds a line break");
  }
}

/** 5xx answers to the recipient or the message; a failed log-in (535) is ours to repair, so it is tried again. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  const code = error.responseCode;
  return typeof code === "number" && code >= 550 && code < 560;
}

function parseSender(mailFrom: string): { name: string; address: string } {
  const named = /^(.+) <(.+)>$/.exec(mailFrom);
  return { name: named?.[1] ?? "", address: named?.[2] ?? mailFrom };
}
