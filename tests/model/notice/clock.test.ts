import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../../src/model/calendar-date.ts';
import { startOfDay } from '../../../src/model/civil-time.ts';
import { clockStart, earliestLawfulDay, keepsHours, outstandingChannels, type NoticeGiven } from '../../../src/model/notice/clock.ts';
import { earliestEffectiveDay } from '../../../src/model/notice/notice-period.ts';

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

const given = (more: Partial<NoticeGiven> = {}): NoticeGiven => ({ postedOn: day('2026-12-01'), promised: ['site'], sent: [], ...more });
const sent = (channel: string, on: string) => ({ channel, on: day(on) });
const HOUR = 3_600_000;

describe('the days of notice are counted', () => {
  test('from posting, when notice on the site is all that was promised', () => {
    expect(clockStart(given())).toEqual({ isRunning: true, on: '2026-12-01' });
  });

  test('from the day on which it was first seen on the site, when that is later', () => {
    expect(clockStart(given({ firstSeenOn: day('2026-12-03') }))).toEqual({ isRunning: true, on: '2026-12-03' });
  });

  test('from the last day on which a promised channel was sent', () => {
    const mailed = given({ promised: ['site', 'email'], sent: [sent('email', '2026-12-06'), sent('email', '2026-12-04')] });
    expect(clockStart(mailed)).toEqual({ isRunning: true, on: '2026-12-06' });
  });

  test('from the latest of two promised channels', () => {
    const both = given({ promised: ['letter', 'email'], sent: [sent('letter', '2026-12-09'), sent('email', '2026-12-04')] });
    expect(clockStart(both)).toEqual({ isRunning: true, on: '2026-12-09' });
  });

  test('not from a channel that was not promised', () => {
    expect(clockStart(given({ sent: [sent('banner', '2026-12-20')] }))).toEqual({ isRunning: true, on: '2026-12-01' });
  });

  test('from no day while a promised channel has not been sent; it is named', () => {
    const waiting = given({ promised: ['site', 'letter', 'email'], sent: [sent('email', '2026-12-04')] });
    expect(clockStart(waiting)).toEqual({ isRunning: false, outstanding: ['letter'] });
    expect(outstandingChannels(waiting)).toEqual(['letter']);
  });
});

describe('so many times twenty-four hours', () => {
  test('lie between noon and the same hour so many days later', () => {
    expect(keepsHours(0, 30 * 24 * HOUR, 30)).toBe(true);
    expect(keepsHours(1, 30 * 24 * HOUR, 30)).toBe(false);
  });

  test('are missing where a clock set forward takes an hour: the day after is the first lawful one', () => {
    const lateEvening = { on: day('2026-03-28'), instant: Date.parse('2026-03-28T22:45:00Z') };
    // In Berlin it is 23:45, and Sunday 29 March has 23 hours.
    expect(earliestLawfulDay(lateEvening, { days: 1 }, 'Europe/Berlin')).toBe('2026-03-31');
    const noon = { on: day('2026-03-28'), instant: Date.parse('2026-03-28T11:00:00Z') };
    expect(earliestLawfulDay(noon, { days: 1 }, 'Europe/Berlin')).toBe('2026-03-30');
  });

  test('are missing where notice on one side of the date line is counted on the other', () => {
    // In Pago Pago 1 December is an hour old; on Kiritimati 2 December has begun.
    const instant = startOfDay(day('2026-12-01'), 'Pacific/Pago_Pago') + HOUR;
    expect(earliestLawfulDay({ on: day('2026-12-01'), instant }, { days: 1 }, 'Pacific/Kiritimati')).toBe('2026-12-04');
    expect(earliestLawfulDay({ on: day('2026-12-01'), instant }, { days: 1 }, 'Pacific/Pago_Pago')).toBe('2026-12-03');
  });
});

describe('the earliest lawful day', () => {
  const anyDay = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(day('2012-01-01'), days));
  const zone = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Los_Angeles', 'UTC');
  const counting = fc.constantFrom('exclude-first', 'naive', 'eu-1182/71');

  test('is the counted one where no instant is known', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), zone, counting, (on, days, where, how) => {
        expect(earliestLawfulDay({ on }, { days, counting: how }, where)).toBe(earliestEffectiveDay(on, { days, counting: how }));
      }),
    );
  });

  test('is at most one day later for an instant of the same civil day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), zone, counting, fc.nat(HOUR * 24 - 1), (on, days, where, how, after) => {
        const begin = startOfDay(on, where);
        const instant = Math.min(begin + after, startOfDay(addDays(on, 1), where) - 1);
        const late = earliestLawfulDay({ on, instant }, { days, counting: how }, where);
        const counted = earliestEffectiveDay(on, { days, counting: how });
        expect(daysBetween(counted, late)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(counted, late)).toBeLessThanOrEqual(1);
        expect(keepsHours(how === 'naive' ? begin : instant, startOfDay(late, where), days)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
