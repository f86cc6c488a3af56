import { addDays, type CalendarDate } from '../calendar-date.ts';
import { startOfDay } from '../civil-time.ts';
import type { ChangeTerms } from '../frozen-version.ts';
import type { SentNotice } from '../ledger/history.ts';
import { earliestEffectiveDay, type Counting } from './notice-period.ts';

const HOUR_MS = 3_600_000;

/** Channels that are given by posting itself: whoever looks at the site or reads its feed has notice. */
export const CHANNELS_OF_POSTING: readonly string[] = ['site', 'feed'];

/** What is known of the notice of one version. */
export interface NoticeGiven {
  readonly postedOn: CalendarDate;
  /** The day on which it was first seen on the deployed site; taken to be the posting day when left out. */
  readonly firstSeenOn?: CalendarDate | undefined;
  /** The channels that the version in force promised. */
  readonly promised: readonly string[];
  readonly sent: readonly SentNotice[];
}

/** The day from which promised days are counted, or why there is none yet. */
export type ClockStart =
  | { readonly isRunning: true; readonly on: CalendarDate }
  /** Promised channels by which nothing was sent, in order of the promise. */
  | { readonly isRunning: false; readonly outstanding: readonly string[] };

/**
 * When readers had the notice they were promised: the latest of posting, first sight, and every promised channel.
 *
 * Sending to many people takes days; the last day recorded for a channel counts. So a mere reminder is recorded as a channel
 * of its own. Channels that were not promised never delay the clock.
 */
export function clockStart(given: NoticeGiven): ClockStart {
  const outstanding = outstandingChannels(given);
  if (outstanding.length > 0) return { isRunning: false, outstanding };
  const sentOn = given.sent.filter(({ channel }) => given.promised.includes(channel)).map(({ on }) => on);
  const days = [given.postedOn, given.firstSeenOn ?? given.postedOn, ...sentOn];
  return { isRunning: true, on: days.reduce((latest, day) => (day > latest ? day : latest)) };
}

/** Promised channels by which nothing was sent yet; none when the notice is complete. */
export function outstandingChannels(given: Pick<NoticeGiven, 'promised' | 'sent'>): readonly string[] {
  const done = new Set([...CHANNELS_OF_POSTING, ...given.sent.map(({ channel }) => channel)]);
  return [...new Set(given.promised)].filter((channel) => !done.has(channel));
}

/** A promise and the way its days are counted. */
export interface CountedPromise {
  readonly days: ChangeTerms['days'];
  /** `exclude-first` when left out. */
  readonly counting?: Counting | undefined;
  /** For `eu-1182/71`. */
  readonly holidays?: readonly CalendarDate[] | undefined;
}

/**
 * The first day on which a change may bind, for notice given on a day.
 *
 * Where the instant of notice is known too, as many times 24 hours must lie between it and the first instant of that day in
 * the zone; that closes the gap which a change of zone or of the clock leaves open. (`naive` counts the day of notice itself,
 * so its hours run from the first instant of that day.)
 *
 * @throws RangeError beyond the year 9999
 */
export function earliestLawfulDay(
  notice: { readonly on: CalendarDate; readonly instant?: number | undefined },
  { days, counting = 'exclude-first', holidays }: CountedPromise,
  zone: string,
): CalendarDate {
  let day = earliestEffectiveDay(notice.on, { days, counting, holidays });
  const { instant } = notice;
  if (instant === undefined) return day;
  const start = counting === 'naive' ? Math.min(instant, startOfDay(notice.on, zone)) : instant;
  while (!keepsHours(start, startOfDay(day, zone), days)) day = addDays(day, 1);
  return day;
}

/** Whether so many times 24 hours lie between two instants (milliseconds since 1970 UTC). */
export function keepsHours(start: number, effective: number, days: number): boolean {
  return effective - start >= days * 24 * HOUR_MS;
}
