import type { CalendarDate } from '../calendar-date.ts';
import type { FrozenVersion } from '../frozen-version.ts';
import { dayOfEntry } from '../ledger/day-of-entry.ts';
import type { SentNotice, VersionHistory } from '../ledger/history.ts';
import type { Posting } from '../lifecycle.ts';
import { clockStart, earliestLawfulDay, outstandingChannels } from './clock.ts';
import { isBoundByPromise } from './promise.ts';

/** How far the notice of a version has come that was promised before it. */
export interface NoticeProgress {
  /** The version whose promise binds: the one in force when this one was posted. */
  readonly promisedBy: string;
  readonly days: number;
  readonly channels: readonly string[];
  /** What was recorded as sent for the day that is announced. */
  readonly sent: readonly SentNotice[];
  /** Promised channels by which nothing was sent; none when the notice is complete. */
  readonly outstanding: readonly string[];
  /** The day from which the promised days run; while something is outstanding, from which they would if it were sent on the day asked for. */
  readonly runsFrom: CalendarDate;
  /** The first day on which the version may bind, counted from there. */
  readonly earliest: CalendarDate;
  /** Whether the announced day is not before that. */
  readonly keepsPromise: boolean;
}

export interface NoticeInput {
  readonly version: VersionHistory;
  readonly posting: Posting;
  readonly frozen: Pick<FrozenVersion, 'materiality' | 'noticeWaiver'>;
  /** What was in force when the version was posted; absent when nothing was. */
  readonly promisedBy?: Pick<FrozenVersion, 'version' | 'changeTerms'> | undefined;
  /** The day asked for. */
  readonly today: CalendarDate;
}

/**
 * The progress of a promised notice; `undefined` when no promise binds the version: it is imported, small or waived, or nothing
 * that promised anything was in force.
 *
 * A day that was brought forward is another notice: it begins on the day of that event, and what was sent before does not count.
 */
export function noticeProgress({ version, posting, frozen, promisedBy, today }: NoticeInput): NoticeProgress | undefined {
  const { published } = version;
  const promise = promisedBy?.changeTerms;
  if (!promisedBy || !promise || published.type === 'import' || !isBoundByPromise(frozen)) return undefined;
  const begins = announcedOn(version);
  const sent = version.sent.filter(({ on }) => on >= begins);
  const { days, channels } = promise;
  const outstanding = outstandingChannels({ promised: channels, sent });
  const assumed = outstanding.map((channel) => ({ channel, on: today > begins ? today : begins }));
  const clock = clockStart({ postedOn: begins, promised: channels, sent: [...sent, ...assumed] });
  const runsFrom = clock.isRunning ? clock.on : begins;
  const earliest = earliestLawfulDay({ on: runsFrom }, { days }, posting.zone);
  return {
    promisedBy: promisedBy.version,
    days,
    channels,
    sent,
    outstanding,
    runsFrom,
    earliest,
    keepsPromise: posting.effectiveFrom >= earliest,
  };
}

/** The day on which readers could first know of the day that is announced: of posting, or of the event that last brought it forward. */
function announcedOn({ published, rescheduled }: VersionHistory): CalendarDate {
  let day = published.effective.day;
  let on = dayOfEntry(published);
  for (const move of rescheduled) {
    if (move.to < day) on = dayOfEntry({ ...move, zone: published.zone });
    day = move.to;
  }
  return on;
}
