import { calendarDate, type CalendarDate } from './calendar-date.ts';

const HOUR_MS = 3_600_000;

// Making one takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The civil day that an instant falls on in a zone.
 *
 * @param instant milliseconds since 1970 UTC
 * @param zone IANA name, such as `America/Los_Angeles`
 * @throws RangeError when the zone does not exist
 */
export function dayOfInstant(instant: number, zone: string): CalendarDate {
  const parts = formatFor(zone).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const text = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const day = calendarDate(text);
  if (day === undefined) throw new RangeError(`The instant ${instant} falls on no day that can be written YYYY-MM-DD.`);
  return day;
}

/**
 * The first instant of a civil day in a zone, in milliseconds since 1970 UTC.
 *
 * Not always 00:00: where clocks are set forward at midnight, the day begins at 01:00. A day that a zone left out altogether
 * (30 December 2011 in Samoa) begins when the next one does.
 */
export function startOfDay(day: CalendarDate, zone: string): number {
  // Zones lie between UTC-12 and UTC+14; one more hour on either side covers every change of a clock.
  let before = Date.parse(day) - 15 * HOUR_MS;
  let after = Date.parse(day) + 15 * HOUR_MS;
  while (dayOfInstant(after, zone) < day) after += HOUR_MS;
  // Civil days never run backwards as instants go on, so the boundary can be closed in on.
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOfInstant(middle, zone) < day) before = middle;
    else after = middle;
  }
  return after;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
