import { z } from "zod";
import { emailAddress } from "#app/web/form-fields.ts";

const role = z.enum(["owner", "recruiter", "viewer"], "Choose a role.");

export const inviteForm = z.object({ email: emailAddress(), role });

export const roleForm = z.object({ role, seenRole: role });

export const invitationForm = z.object({ invitationId: z.uuid() });

export const switchForm = z.object({
  employerId: z.uuid(),
  redirectTo: z.string().max(2_000).optional().catch(undefined),
});
