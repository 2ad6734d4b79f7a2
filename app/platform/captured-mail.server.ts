import fs from "node:fs/promises";
import path from "node:path";
import type { Mail } from "./mail.ts";

/** A mail that was written to disk instead of being sent. */
export interface CapturedMail extends Mail {
  /** The id of the task that sent it. */
  id: string;
  from: { name: string; address: string };
  messageId: string;
  /** ISO 8601. */
  capturedAt: string;
}

const ID_SHAPE = /^[0-9a-zA-Z-]{1,64}$/;
const SHOWN = 200;

/** Where mail is captured. */
export const capturedMailFolder = (varDir: string): string => path.join(varDir, "mail");

/** Writes one file per mail, whole or not at all; the same mail again replaces its file. */
export async function captureMail(
  folder: string,
  mail: Omit<CapturedMail, "capturedAt">,
): Promise<void> {
  if (!ID_SHAPE.test(mail.id)) throw new Error("That is not the id of a mail.");
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${mail.id}.json`);
  const captured: CapturedMail = { ...mail, capturedAt: new Date().toISOString() };
  await fs.writeFile(`${file}.part`, JSON.stringify(captured, null, 2), { mode: 0o600 });
  await fs.rename(`${file}.part`, file);
}

/** The newest captured mails first, at most two hundred. */
export async function listCapturedMail(folder: string): Promise<CapturedMail[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const ids = names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
  const dated = await Promise.all(
    ids.map(async (id) => ({ id, at: (await fs.stat(fileOf(folder, id))).mtimeMs })),
  );
  const newest = dated.sort((a, b) => b.at - a.at).slice(0, SHOWN);
  const mails = await Promise.all(newest.map(({ id }) => readCapturedMail(folder, id)));
  return mails.filter((mail) => mail !== null);
}

/** One captured mail, or null when there is none of that id. */
export async function readCapturedMail(folder: string, id: string): Promise<CapturedMail | null> {
  if (!ID_SHAPE.test(id)) return null;
  const text = await fs.readFile(fileOf(folder, id), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as CapturedMail);
}

const fileOf = (folder: string, id: string): string => path.join(folder, `${id}.json`);

/** Removes the captured mails that `isMeant` picks; on a site that sends its mail there are none. */
export async function removeCapturedMail(
  folder: string,
  isMeant: (mail: CapturedMail) => boolean,
): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".json"))) {
    const mail = await readCapturedMail(folder, name.slice(0, -5));
    if (mail && isMeant(mail)) await fs.rm(path.join(folder, name), { force: true });
  }
}
