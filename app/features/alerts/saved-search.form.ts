import { z } from "zod";
import { emailAddress } from "#app/web/form-fields.ts";

/** What is saved: the search as its address states it, and how often its new jobs are sent. */
export const saveSearchForm = z.object({
  intent: z.literal("save"),
  params: z.string().max(8_000, "This search is too long to save."),
  frequency: z.enum(["instant", "daily", "weekly"], "Choose how often."),
});

/** What is done with a search saved before. */
export const savedSearchForm = z.object({
  intent: z.enum(["pause", "resume", "delete", "undo", "revoke-feed", "new-feed"]),
  id: z.uuid("Choose a saved search."),
});

/** What is done with one of the alerts of an address without an account. */
export const managedAlertForm = savedSearchForm.extend({
  intent: z.enum(["pause", "resume", "delete", "undo"]),
});

/** Alerts for somebody without an account. */
export const askForAlertsForm = saveSearchForm
  .omit({ intent: true })
  .extend({ email: emailAddress() });
