declare const brand: unique symbol;

/** A civil day, `YYYY-MM-DD`, without time or zone. Made by this file alone. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

const DAY_MS = 86_400_000;

/** Reads `YYYY-MM-DD`; `undefined` when the text has another shape or names a day that does not exist (2023-02-30). */
export function calendarDate(text: string): CalendarDate | undefined {
  return isCalendarDate(text) ? text : undefined;
}

/** Days from one day to another; negative when `to` is earlier. Counts days, not hours, so daylight saving changes nothing. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day so many days later, or earlier when negative. @throws RangeError beyond the years 0000 to 9999. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  const text = new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
  const date = calendarDate(text);
  if (date === undefined) throw new RangeError(`${day} and ${days} days is no day that can be written YYYY-MM-DD.`);
  return date;
}

function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
