import { calendarDate, type CalendarDate } from './calendar-date.ts';

/** A day found in words, with how its numbers were told apart; or why it cannot be told. */
export type DayReading = { readonly day: CalendarDate; readonly how: string } | { readonly unclear: string };

const MONTHS: readonly string[] = 'january february march april may june july august september october november december'.split(' ');
const GERMAN: readonly string[] = 'januar februar märz april mai juni juli august september oktober november dezember'.split(' ');

/** The first day printed in a line; `undefined` when there is none, or none that exists. */
export function readDay(text: string): DayReading | undefined {
  return readIso(text) ?? readNamed(text) ?? readAsian(text) ?? readNumbers(text);
}

function readIso(text: string): DayReading | undefined {
  const match = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/u.exec(text);
  return match ? day(match[1], match[2], match[3], '') : undefined;
}

/** "May 26, 2016", "26 May 2016", "26th of May 2016", "26. Mai 2016". */
function readNamed(text: string): DayReading | undefined {
  const american = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  const month = monthNumber(american?.[1]);
  if (american && month !== undefined) return day(american[3], String(month), american[2], '');
  const european = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}{3,})\.?,?\s+(\d{4})\b/u.exec(text);
  const other = monthNumber(european?.[2]);
  return european && other !== undefined ? day(european[3], String(other), european[1], '') : undefined;
}

function readAsian(text: string): DayReading | undefined {
  const match = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u.exec(text);
  return match ? day(match[1], match[2], match[3], '') : undefined;
}

function readNumbers(text: string): DayReading | undefined {
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/u.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1], 'with full stops the day comes first');
  const match = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/u.exec(text);
  if (!match) return undefined;
  const [, first = '', second = '', year] = match;
  if (Number(first) > 12) return day(year, second, first, `${first}/${second} can only be day/month`);
  if (Number(second) > 12) return day(year, first, second, `${first}/${second} can only be month/day`);
  if (Number(first) === Number(second)) return day(year, first, second, '');
  return { unclear: `${first}/${second} can be month/day or day/month.` };
}

function monthNumber(name: string | undefined): number | undefined {
  const written = name?.toLowerCase() ?? '';
  const index = [MONTHS, GERMAN].flatMap((months) => months.findIndex((month) => month === written || isShort(month, written)));
  const found = index.find((place) => place >= 0);
  return found === undefined ? undefined : found + 1;
}

function isShort(month: string, written: string): boolean {
  return written.length >= 3 && written.length <= 4 && month.startsWith(written);
}

function day(year: string | undefined, month: string | undefined, date: string | undefined, how: string): DayReading | undefined {
  const found = calendarDate(`${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`);
  return found === undefined ? undefined : { day: found, how };
}
