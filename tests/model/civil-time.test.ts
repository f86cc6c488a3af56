import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../src/model/calendar-date.ts';
import { dayOfInstant, startOfDay } from '../../src/model/civil-time.ts';

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'UTC',
];

// From 2012 on no zone has left a day out.
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2012-01-01'), days));

describe('civil days', () => {
  test.each([
    ['2023-02-30', false],
    ['2024-02-29', true],
    ['2023-2-3', false],
    ['20230203', false],
    ['2023-13-01', false],
  ])('%s is a day that exists: %s', (text, isDay) => {
    expect(calendarDate(text) !== undefined).toBe(isDay);
  });

  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2016-05-26', '2016-05-26', 0],
    ['2027-03-01', '2027-02-28', -1],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('days in a zone', () => {
  test('07:30 UTC on 1 December is still 30 November in Los Angeles', () => {
    expect(dayOfInstant(Date.parse('2026-12-01T07:30:00Z'), 'America/Los_Angeles')).toBe('2026-11-30');
  });

  test.each([
    ['2027-03-01', 'America/Los_Angeles', '2027-03-01T08:00:00.000Z'],
    ['2027-03-01', 'Pacific/Kiritimati', '2027-02-28T10:00:00.000Z'],
    ['2027-03-01', 'Pacific/Pago_Pago', '2027-03-01T11:00:00.000Z'],
    // Clocks in São Paulo went from 00:00 to 01:00 that night.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // Samoa left this day out when it crossed the date line.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s begins in %s at %s', (date, zone, instant) => {
    expect(new Date(startOfDay(day(date), zone)).toISOString()).toBe(instant);
  });

  test('the first instant of a day is on it, and the one before is not', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ZONES), (date, zone) => {
        const start = startOfDay(date, zone);
        expect(dayOfInstant(start, zone)).toBe(date);
        expect(dayOfInstant(start - 1, zone)).toBe(addDays(date, -1));
      }),
      { numRuns: 60 },
    );
  });
});
