import type { AppLoadContext } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { capturedMailFolder, captureMail } from "#app/platform/captured-mail.server.ts";
import { loader as listMail } from "#app/routes/dev.mail._index.tsx";
import { loader as readMail } from "#app/routes/dev.mail.$mailId.tsx";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const args = ({ embedded, mailId }: { embedded: boolean; mailId?: string }) => ({
  request: new Request("http://localhost:3000/dev/mail"),
  params: mailId ? { mailId } : {},
  context: { deps: { ...world.deps, embedded } } as unknown as AppLoadContext,
});

const NOT_FOUND = { init: { status: 404 } };

beforeAll(async () => {
  await captureMail(capturedMailFolder(world.deps.varDir), {
    id: "task-1",
    from: { name: "CareerCenter", address: "no-reply@board.example" },
    to: { name: "Marisol", address: "marisol@example.com" },
    messageId: "<task-1@board.example>",
    subject: "Choose a new password",
    text: "https://board.example/reset-password/secret",
    html: "<p>…</p>",
  });
});

describe("/dev/mail", () => {
  it("lists and shows captured mail on the embedded default", async () => {
    expect(await listMail(args({ embedded: true }))).toMatchObject([{ id: "task-1" }]);
    const mail = await readMail(args({ embedded: true, mailId: "task-1" }));
    expect(mail.text).toContain("reset-password/secret");
  });

  it("does not exist anywhere else, whatever has been captured", async () => {
    await expect(listMail(args({ embedded: false }))).rejects.toMatchObject(NOT_FOUND);
    const reading = readMail(args({ embedded: false, mailId: "task-1" }));
    await expect(reading).rejects.toMatchObject(NOT_FOUND);
  });

  it("answers an unknown mail with 404", async () => {
    const reading = readMail(args({ embedded: true, mailId: "../demo-accounts" }));
    await expect(reading).rejects.toMatchObject(NOT_FOUND);
  });
});
