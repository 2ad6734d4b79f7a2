import { z } from "zod";
import { CODER_VISIBILITIES } from "#app/domain/coder-visibility.ts";
import { checkbox } from "#app/web/form-fields.ts";

const employerId = z.uuid("Choose an employer.");

export const privacyForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("save"),
      visibility: z.enum(CODER_VISIBILITIES, "Choose who sees your profile."),
      anonymous: checkbox(),
    }),
    z.object({ intent: z.literal("hide-from"), employerId }),
    z.object({ intent: z.literal("show-to"), employerId }),
    z.object({ intent: z.literal("hide-name"), employerId }),
  ],
  "Press one of the buttons of this page.",
);

export const answerInvitationForm = z.object({
  intent: z.enum(["accept", "decline"], "Accept or decline."),
  id: z.uuid(),
});
