import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  capturedMailFolder,
  listCapturedMail,
  readCapturedMail,
} from "#app/platform/captured-mail.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { createMailer } from "#app/platform/mailer.server.ts";
import { type SmtpSink, startSmtpSink } from "#test/support/smtp-sink.ts";

const mail: Mail = {
  to: { name: "Marisol Quintana", address: "marisol@example.com" },
  subject: "Your résumé arrived",
  text: "Plain words\n",
  html: "<p>Plain words</p>",
  headers: { "X-Kind": "test" },
};
const common = {
  mailFrom: "CareerCenter <no-reply@board.example>",
  postalAddress: "Board Street 1",
  origin: "https://board.example",
};

let varDir: string;
beforeEach(async () => {
  varDir = await mkdtemp(path.join(tmpdir(), "careercenter-mail-"));
});
afterEach(() => rm(varDir, { recursive: true, force: true }));

describe("a mailer without SMTP", () => {
  const capture = () => createMailer({ ...common, smtpUrl: null, varDir });

  it("captures each mail in a file only its owner may read", async () => {
    await capture().send(mail, { id: "task-1" });
    const folder = capturedMailFolder(varDir);
    expect(await readdir(folder)).toEqual(["task-1.json"]);
    expect((await stat(path.join(folder, "task-1.json"))).mode & 0o777).toBe(0o600);
    expect(await readCapturedMail(folder, "task-1")).toMatchObject({
      ...mail,
      headers: { "Auto-Submitted": "auto-generated", "X-Kind": "test" },
      from: { name: "CareerCenter", address: "no-reply@board.example" },
      messageId: "<task-1@board.example>",
    });
  });

  it("keeps one file when a task runs twice", async () => {
    await capture().send(mail, { id: "task-1" });
    await capture().send(mail, { id: "task-1" });
    await capture().send(mail, { id: "task-2" });
    const listed = await listCapturedMail(capturedMailFolder(varDir));
    expect(listed.map(({ id }) => id).sort()).toEqual(["task-1", "task-2"]);
  });

  it("reads no file that is not a captured mail", async () => {
    const folder = capturedMailFolder(varDir);
    expect(await listCapturedMail(folder)).toEqual([]);
    expect(await readCapturedMail(folder, "../demo-accounts")).toBeNull();
    expect(await readCapturedMail(folder, "unknown")).toBeNull();
  });

  it.each([
    ["two addresses", { ...mail.to, address: "a@example.com,b@example.com" }, mail.subject],
    ["a line break in the address", { ...mail.to, address: "a@example.com\r\nRCPT" }, mail.subject],
    ["no address", { ...mail.to, address: "nobody" }, mail.subject],
    ["a line break in the name", { ...mail.to, name: "A\nBcc: b@example.com" }, mail.subject],
    ["a line break in the subject", mail.to, "Hello\r\nBcc: b@example.com"],
  ])("refuses %s", async (_what, to, subject) => {
    const sending = capture().send({ ...mail, to, subject }, { id: "task-1" });
    await expect(sending).rejects.toMatchObject({ name: "MailRefused" });
  });
});

describe("a mailer with SMTP", () => {
  let sink: SmtpSink;
  afterEach(() => sink.close());

  it("sends both bodies to one person with the task's Message-ID", async () => {
    sink = await startSmtpSink();
    const mailer = createMailer({ ...common, smtpUrl: sink.url, varDir });
    await mailer.send(mail, { id: "task-9" });
    mailer.close();
    const [wire = ""] = sink.mails;
    expect(wire).toContain("Message-ID: <task-9@board.example>");
    expect(wire).toContain("To: Marisol Quintana <marisol@example.com>");
    expect(wire).toContain("Auto-Submitted: auto-generated");
    expect(wire).toMatch(/text\/plain[\s\S]+text\/html/);
  });

  it("tells a final refusal from a passing one", async () => {
    const answers = ["550 no such mailbox", "451 try later"];
    sink = await startSmtpSink({ answer: (count) => answers[count] ?? "250 kept" });
    const mailer = createMailer({ ...common, smtpUrl: sink.url, varDir });
    const refused = mailer.send(mail, { id: "task-1" });
    await expect(refused).rejects.toMatchObject({ name: "MailRefused" });
    const passing = mailer.send(mail, { id: "task-1" });
    await expect(passing).rejects.not.toMatchObject({ name: "MailRefused" });
    mailer.close();
  });
});
