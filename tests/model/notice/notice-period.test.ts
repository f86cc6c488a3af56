import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '../../../src/model/calendar-date.ts';
import { earliestEffectiveDay, monthsBefore, noticeDays } from '../../../src/model/notice/notice-period.ts';

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2012-01-01'), days));

describe('days of notice', () => {
  test.each([
    ['2016-05-12', '2016-05-26', 13],
    ['2024-02-28', '2024-03-01', 1],
    ['2016-05-26', '2016-05-26', -1],
    ['2016-05-27', '2016-05-26', -2],
  ])('noticed %s, effective %s gives %i days', (noticeOn, effectiveFrom, days) => {
    expect(noticeDays({ noticeOn: day(noticeOn), effectiveFrom: day(effectiveFrom) })).toBe(days);
  });
});

describe('the earliest effective day', () => {
  test.each([
    ['exclude-first', '2026-12-01', 30, '2027-01-01'],
    ['exclude-first', '2026-12-01', 0, '2026-12-02'],
    ['naive', '2026-12-04', 15, '2026-12-19'],
    // The last day would be Saturday 19 December; it runs on to Monday 21.
    ['eu-1182/71', '2026-12-04', 15, '2026-12-22'],
    ['eu-1182/71', '2026-11-22', 15, '2026-12-08'],
  ] as const)('counted %s, notice on %s and %i days give %s', (counting, noticeOn, days, earliest) => {
    expect(earliestEffectiveDay(day(noticeOn), { days, counting })).toBe(earliest);
  });

  test('a holiday at the end of the period moves it on', () => {
    const obligation = { days: 14, counting: 'eu-1182/71', holidays: [day('2026-12-25')] } as const;
    // Friday 25 December is a holiday, then comes the weekend: the last day is Monday 28.
    expect(earliestEffectiveDay(day('2026-12-11'), obligation)).toBe('2026-12-29');
  });

  test('by default so many whole days lie in between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (noticeOn, days) => {
        const effectiveFrom = earliestEffectiveDay(noticeOn, { days, counting: 'exclude-first' });
        expect(noticeDays({ noticeOn, effectiveFrom })).toBe(days);
      }),
    );
  });
});

describe('notice counted in months', () => {
  test.each([
    ['2027-04-30', 2, '2027-02-28'],
    ['2028-04-30', 2, '2028-02-29'],
    ['2027-01-15', 1, '2026-12-15'],
    ['2027-03-31', 12, '2026-03-31'],
  ])('%s less %i months is %s', (from, months, before) => {
    expect(monthsBefore(day(from), months)).toBe(before);
  });

  test('the earliest day is the first one that lies so many months after the notice', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 14 }), (noticeOn, months) => {
        const earliest = earliestEffectiveDay(noticeOn, { months });
        expect(monthsBefore(earliest, months) >= noticeOn).toBe(true);
        expect(monthsBefore(addDays(earliest, -1), months) >= noticeOn).toBe(false);
      }),
    );
  });
});
