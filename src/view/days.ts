import type { CalendarDate } from '../model/calendar-date.ts';

// "English" alone would be written the American way; a day in words is to be read the same everywhere.
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' };

/** The locale in which days of a text are written. */
export function localeOf(lang: string): string {
  return LOCALES[lang] ?? lang;
}

/** A civil day in words: `26 May 2016`. */
export function dayInWords(day: CalendarDate, lang: string): string {
  const format = new Intl.DateTimeFormat(localeOf(lang), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
