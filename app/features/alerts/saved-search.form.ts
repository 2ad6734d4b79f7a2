import { z } from "zod";
import { emailAddress, optionalText } from "#app/web/form-fields.ts";

/** What is saved: the search as its address states it, and how often its new jobs are sent. */
export const saveSearchForm = z.object({
  intent: z.literal("save"),
  params: z.string().max(8_000, "This search is too long to save."),
  frequency: z.enum(["instant", "daily", "weekly"], "Choose how often."),
});

const id = z.uuid("Choose a saved search.");

const changed = z.object({
  intent: z.literal("change"),
  id,
  title: optionalText(80).transform((typed) => typed.replace(/\s+/g, " ") || null),
  frequency: saveSearchForm.shape.frequency,
});

/** What is done with a search saved before: a change of its name and how often it is sent, or a press of a button. */
export const savedSearchForm = z.discriminatedUnion("intent", [
  changed,
  z.object({
    intent: z.enum(["pause", "resume", "delete", "undo", "revoke-feed", "new-feed"]),
    id,
  }),
]);

/** What is done with one of the alerts of an address without an account. */
export const managedAlertForm = z.discriminatedUnion("intent", [
  changed,
  z.object({ intent: z.enum(["pause", "resume", "delete", "undo"]), id }),
]);

/** Alerts for somebody without an account. */
export const askForAlertsForm = saveSearchForm
  .omit({ intent: true })
  .extend({ email: emailAddress() });
