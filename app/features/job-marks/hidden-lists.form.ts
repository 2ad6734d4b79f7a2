import { z } from "zod";

/** What is taken off the list of muted employers. */
export const unmuteForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("unmute-employer"), id: z.uuid("Choose an employer.") }),
  z.object({ intent: z.literal("unmute-kind") }),
  z.object({ intent: z.literal("mute-kind") }),
]);
