import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { afterChange, ChangeDone, readDone } from "#app/features/alerts/change-done.tsx";
import { changeSavedSearch } from "#app/features/alerts/change-saved-search.server.ts";
import { readSavedSearches } from "#app/features/alerts/read-saved-searches.server.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { savedSearchForm, saveSearchForm } from "#app/features/alerts/saved-search.form.ts";
import { SavedSearchList } from "#app/features/alerts/saved-search-list.tsx";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { isAccountSuppressed, liftSuppression } from "#db/queries/alert-suppressions.ts";

const PAGE = "/applicant/saved-searches";

export const meta: MetaFunction = () => [{ title: "Saved searches · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const asked = new URL(request.url).searchParams;
  const deleted = z.uuid().safeParse(asked.get("deleted"));
  const deletedId = deleted.success ? deleted.data : null;
  const [lines, isSilenced] = await Promise.all([
    readSavedSearches(context.deps, { userId, deletedId }),
    isAccountSuppressed(context.deps.db, userId),
  ]);
  return { lines, isSilenced, done: readDone(asked) };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  try {
    if (form.get("intent") === "save") {
      const parsed = parseForm(saveSearchForm, form);
      if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
      const { params, frequency } = parsed.value;
      const search = parseJobSearch(new URLSearchParams(params));
      const id = await saveSearch(context.deps, { userId, search, frequency });
      return redirect(afterChange(PAGE, { id, intent: "save" }), 303);
    }
    if (form.get("intent") === "mail-again") {
      await liftSuppression(context.deps.db, userId);
      return redirect(PAGE, 303);
    }
    const parsed = parseForm(savedSearchForm, form);
    if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
    await changeSavedSearch(context.deps, { owner: { userId }, change: parsed.value });
    return redirect(afterChange(PAGE, parsed.value), 303);
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function SavedSearches() {
  const { lines, isSilenced, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/saved-jobs", label: "Saved jobs" }}
        lede="We mail you jobs published after you saved a search, each once."
        title="Saved searches"
      />
      <FormSummary form={form} />
      {isSilenced ? (
        <Notice title="We send you none of these mails" tone="warning">
          <p>Somebody who opened a mail to your address said that it never wants job alerts.</p>
          <Form method="post">
            <Button name="intent" size="small" value="mail-again" variant="secondary">
              Send them again
            </Button>
          </Form>
        </Notice>
      ) : null}
      {form ? null : <ChangeDone done={done} lines={lines} />}
      <SavedSearchList form={form} hasFeeds lines={lines} />
    </div>
  );
}
