import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { startOfDay } from '../../src/model/civil-time.ts';
import { inForceAt, inForceOn, stateOn, timeline, type Posting, type Timeline } from '../../src/model/lifecycle.ts';

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

function posting(version: string, effectiveFrom: string, more: Partial<Posting> = {}): Posting {
  return {
    version,
    line: Number(version.slice(1)),
    effectiveFrom: day(effectiveFrom),
    basis: 'stated',
    zone: 'UTC',
    publicSince: 0,
    isWithdrawn: false,
    isRemoved: false,
    ...more,
  };
}

function states(versions: Timeline, on: string): Readonly<Record<string, string>> {
  return Object.fromEntries(versions.map((entry) => [entry.posting.version, stateOn(entry, day(on))]));
}

describe('the versions of a policy', () => {
  const history = timeline([posting('v1', '2016-05-26'), posting('v2', '2024-01-01'), posting('v3', '2027-03-01')]);

  test.each([
    ['2016-05-25', 'posted', 'posted', 'posted'],
    ['2016-05-26', 'in force', 'posted', 'posted'],
    ['2023-12-31', 'in force', 'posted', 'posted'],
    ['2024-01-01', 'superseded', 'in force', 'posted'],
    ['2027-02-28', 'superseded', 'in force', 'posted'],
    ['2027-03-01', 'superseded', 'superseded', 'in force'],
  ])('on %s the first is %s, the second %s, the third %s', (on, v1, v2, v3) => {
    expect(states(history, on)).toEqual({ v1, v2, v3 });
  });

  test('of two with one effective day the later ledger line governs and the other is replaced', () => {
    const versions = timeline([posting('v1', '2020-01-01'), posting('v2', '2021-01-01'), posting('v3', '2021-01-01')]);
    expect(states(versions, '2021-01-01')).toEqual({ v1: 'superseded', v2: 'replaced', v3: 'in force' });
    expect(versions.find((entry) => entry.posting.version === 'v2')?.fate).toEqual({ kind: 'replaced', by: 'v3' });
  });

  test('one posted between two others governs in between', () => {
    const versions = timeline([posting('v1', '2020-01-01'), posting('v2', '2021-01-01'), posting('v3', '2020-07-01')]);
    expect(states(versions, '2020-08-01')).toEqual({ v1: 'superseded', v2: 'posted', v3: 'in force' });
    expect(states(versions, '2021-01-01')).toEqual({ v1: 'superseded', v2: 'in force', v3: 'superseded' });
  });

  test('one that is named as superseded before its day never governs', () => {
    const versions = timeline([
      posting('v1', '2020-01-01'),
      posting('v2', '2021-01-01'),
      posting('v3', '2020-07-01', { supersedes: 'v2' }),
    ]);
    expect(states(versions, '2022-01-01')).toEqual({ v1: 'superseded', v2: 'replaced', v3: 'in force' });
  });

  test('one that was withdrawn leaves the version before it in force', () => {
    const versions = timeline([posting('v1', '2020-01-01'), posting('v2', '2021-01-01', { isWithdrawn: true })]);
    expect(states(versions, '2022-01-01')).toEqual({ v1: 'in force', v2: 'withdrawn' });
  });

  test('none is in force from the day the policy is retired', () => {
    const versions = timeline([posting('v1', '2020-01-01')], { from: day('2021-01-01'), zone: 'UTC' });
    expect(inForceOn(versions, day('2020-12-31'))?.posting.version).toBe('v1');
    expect(inForceOn(versions, day('2021-01-01'))).toBeUndefined();
  });

  test('one that would begin after the retirement is replaced by nothing', () => {
    const versions = timeline([posting('v1', '2020-01-01'), posting('v2', '2022-01-01')], { from: day('2021-01-01'), zone: 'UTC' });
    expect(versions[1]?.fate).toEqual({ kind: 'replaced' });
  });

  test('a change of zone governs later versions only', () => {
    const versions = timeline([
      posting('v1', '2027-03-01', { zone: 'Pacific/Pago_Pago' }),
      posting('v2', '2027-03-02', { zone: 'Pacific/Kiritimati' }),
    ]);
    // 2 March begins on Kiritimati an hour before 1 March begins in Pago Pago.
    expect(versions.map((entry) => entry.fate.kind)).toEqual(['replaced', 'governs']);
  });
});

const anyPosting = fc.record({
  effectiveFrom: fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-11-01'), days)),
  zone: fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Los_Angeles', 'UTC'),
  isWithdrawn: fc.boolean(),
  supersedesBack: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
});

const anyHistory = fc.array(anyPosting, { maxLength: 8 }).map((facts) =>
  facts.map(({ supersedesBack, ...fact }, index) =>
    posting(`v${index}`, fact.effectiveFrom, {
      ...fact,
      line: index,
      supersedes: supersedesBack === undefined || index < supersedesBack ? undefined : `v${index - supersedesBack}`,
    }),
  ),
);

describe('whatever is posted, in whatever order and zone', () => {
  test('no two versions are in force at one instant, and there is no gap after the first', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const intervals = timeline(history).flatMap(({ fate }) => (fate.kind === 'governs' ? [fate.interval] : []));
        intervals.forEach((interval, index) => {
          const next = intervals[index + 1];
          expect(interval.untilInstant).toBe(next?.fromInstant);
          expect(interval.until).toBe(next?.from);
          expect(interval.fromInstant).toBeLessThan(next?.fromInstant ?? Infinity);
        });
      }),
    );
  });

  test('every version has a fate, and only withdrawn ones are withdrawn', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const entries = timeline(history);
        expect(entries.map((entry) => entry.posting.version).toSorted()).toEqual(history.map((one) => one.version).toSorted());
        for (const {
          posting: { isWithdrawn },
          fate,
        } of entries)
          expect(fate.kind === 'withdrawn').toBe(isWithdrawn);
      }),
    );
  });

  test('a version begins to govern at the first instant of its day in its own zone', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const entry of timeline(history)) {
          if (entry.fate.kind !== 'governs') continue;
          const start = startOfDay(entry.posting.effectiveFrom, entry.posting.zone);
          expect(inForceAt(timeline(history), start)).toEqual(entry);
        }
      }),
    );
  });

  test('the order in which postings are listed changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(timeline(history.toReversed())).toEqual(timeline(history));
      }),
    );
  });
});
