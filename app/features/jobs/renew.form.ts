import { z } from "zod";
import { calendarDate, integer, text } from "#app/web/form-fields.ts";

const version = integer(1, 2_147_483_647);

/** A later closing day, and the version that was seen. */
export const renewForm = z.object({
  closesOn: calendarDate("Give the last day people can apply."),
  version,
});

/** The day a draft goes public by itself, and the version that was seen. */
export const scheduleForm = z.object({
  publishOn: calendarDate("Give the day it goes public."),
  version,
});

/** What a template is called. */
export const templateForm = z.object({ name: text(80, "Give the template a name.") });
