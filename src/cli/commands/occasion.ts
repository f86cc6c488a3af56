import type { SiteConfig } from '../../config.ts';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import { dayOfInstant } from '../../model/civil-time.ts';
import type { EventFrame } from '../../model/ledger/chain.ts';
import { UsageError } from '../io.ts';

/** When a command runs: the machine's clock, and the day that it was told to take for today. */
export interface Occasion {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly today?: string | undefined;
}

/** The day asked for, in the site's zone. */
export function dayAsked({ now, today }: Occasion, zone: string): CalendarDate {
  return (today === undefined ? undefined : calendarDate(today)) ?? dayOfInstant(now, zone);
}

/**
 * What every ledger line of a command carries. The instant is always the machine's; a day that was set stands beside it.
 *
 * @throws UsageError when a day is set for content that is no sample: nobody may say that something happened on another day.
 */
export function eventFrame(occasion: Occasion, site: Pick<SiteConfig, 'sample' | 'timeZone'>): EventFrame {
  const asIf = occasion.today === undefined ? undefined : calendarDate(occasion.today);
  if (asIf !== undefined && !site.sample) {
    throw new UsageError(
      `--today ${asIf} is for sample content only: a ledger says when something really happened. Nothing was written. Leave --today (CODICIL_TODAY) out; site.yaml of sample content says "sample: true".`,
    );
  }
  return { recordedAt: new Date(occasion.now).toISOString().replace(/\.\d{3}Z$/u, 'Z'), asIf, zone: site.timeZone };
}
