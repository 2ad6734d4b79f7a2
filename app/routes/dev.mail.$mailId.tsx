import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Disclosure } from "#app/components/disclosure.tsx";
import { Facts } from "#app/components/facts.tsx";
import { LinkedText } from "#app/components/linked-text.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { capturedMailFolder, readCapturedMail } from "#app/platform/captured-mail.server.ts";
import { mailbox } from "#app/platform/mail.ts";
import { handled, notFound } from "#app/web/handled.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ?? "Mail"}, captured mail · CareerCenter` },
  { name: "robots", content: "noindex" },
];

export const loader = handled(async ({ context, params }: LoaderFunctionArgs) => {
  openToEveryone();
  const { embedded, varDir } = context.deps;
  if (!embedded) throw notFound();
  const mail = await readCapturedMail(capturedMailFolder(varDir), params.mailId ?? "");
  if (!mail) throw notFound();
  return mail;
});

export default function CapturedMailPage() {
  const { subject, to, from, capturedAt, messageId, text, html } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader back={{ to: "/dev/mail", label: "Captured mail" }} title={subject} />
      <Facts
        items={[
          { term: "To", detail: mailbox(to) },
          { term: "From", detail: mailbox(from) },
          { term: "Sent", detail: <When at={capturedAt} kind="datetime" /> },
          { term: "Message-ID", detail: <span className="code">{messageId}</span> },
        ]}
      />
      <LinkedText text={text} />
      <Disclosure summary="HTML source">
        {/* Shown as text: a mail's markup never runs on our origin. */}
        <pre className="plain-text code">{html}</pre>
      </Disclosure>
    </div>
  );
}
