declare const brand: unique symbol;

/** A civil day, `YYYY-MM-DD`, without time or zone. Made by `calendarDate` alone. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** Reads `YYYY-MM-DD`; `undefined` when the text has another shape or names a day that does not exist (2023-02-30). */
export function calendarDate(text: string): CalendarDate | undefined {
  return isCalendarDate(text) ? text : undefined;
}

function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
