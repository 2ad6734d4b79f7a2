import { z } from "zod";
import { checkbox } from "#app/web/form-fields.ts";

export const deleteAccountForm = z.object({
  password: z.string("Give your password.").min(1, "Give your password.").max(1_000),
  withdraw: checkbox(),
});
