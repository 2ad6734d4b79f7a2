import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { capturedMailFolder, listCapturedMail } from "#app/platform/captured-mail.server.ts";
import { mailbox } from "#app/platform/mail.ts";
import { handled, notFound } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [
  { title: "Captured mail · CareerCenter" },
  { name: "robots", content: "noindex" },
];

export const loader = handled(async ({ context }: LoaderFunctionArgs) => {
  openToEveryone();
  const { embedded, varDir } = context.deps;
  if (!embedded) throw notFound();
  const mails = await listCapturedMail(capturedMailFolder(varDir));
  return mails.map(({ id, to, subject, capturedAt }) => ({ id, to, subject, capturedAt }));
});

export default function CapturedMailList() {
  const mails = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        lede="Nothing leaves this machine: what the board would send is kept here, newest first."
        title="Captured mail"
      />
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Sign up, ask for a new password or apply for a job, then reload this page.
        </EmptyState>
      ) : (
        <DataTable
          caption={`${mails.length} ${mails.length === 1 ? "mail" : "mails"}`}
          columns={[
            {
              header: "Subject",
              cell: ({ id, subject }) => <Link to={`/dev/mail/${id}`}>{subject}</Link>,
            },
            { header: "To", cell: ({ to }) => mailbox(to) },
            { header: "Sent", cell: ({ capturedAt }) => <When at={capturedAt} kind="datetime" /> },
          ]}
          rows={mails}
        />
      )}
    </div>
  );
}
