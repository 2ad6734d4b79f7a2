import { addDays, closingCalendarDay } from "#app/domain/closing-day.ts";

/** The first and the last day a job that closes on `closesOn` may be set to go public: New York's calendar days. */
export const scheduleDays = (now: Date, closesOn: string): { first: string; last: string } => ({
  first: addDays(closingCalendarDay(now), 1),
  last: closesOn,
});
