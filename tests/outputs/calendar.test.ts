import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/outputs/calendar.ts';
import type { LedgerEntry } from '../../src/model/ledger/entry.ts';
import { day, policyOf, siteOf, type Told } from '../view/facts.ts';

/** The lines of a calendar after unfolding. @throws when a line end or the length of a line is not RFC 5545's. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\r\n');
  if (lines.pop() !== '' || /[\r\n]/u.test(lines.join(''))) throw new Error('a line does not end in CRLF');
  const long = lines.filter((line) => Buffer.byteLength(line) > 75);
  if (long.length > 0) throw new Error(`too long: ${long.join('\n')}`);
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
}

function calendarOf(told: readonly Told[], zone = 'Europe/Paris'): readonly string[] | undefined {
  const entries = told.map(({ from, name = from }, index): LedgerEntry => ({
    type: 'publish',
    seq: index + 1,
    prev: '',
    recordedAt: '2026-11-22T12:00:00Z',
    zone,
    policy: 'privacy',
    version: name,
    effective: { day: day(from), basis: 'stated' },
    words: '',
    record: '',
    files: {},
  }));
  const text = calendarFile({ content: siteOf([policyOf(told)], '2026-11-22'), entries });
  return text === undefined ? undefined : linesOf(text);
}

describe('the calendar', () => {
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('has an effective day as a whole day without a zone (%s)', (zone) => {
    const lines = calendarOf([{ from: '2027-02-28' }], zone);
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20270228', 'DTEND;VALUE=DATE:20270301', 'DTSTAMP:20261122T120000Z', 'STATUS:CONFIRMED']),
    );
    expect(lines?.filter((line) => line.startsWith('UID:'))).toEqual(['UID:privacy.2027-02-28@policies.example.org']);
  });

  test('folds long lines between characters and keeps every sign', () => {
    const summary = `${'Größe, Maß; 合意 \\ 🙂 '.repeat(12)}\nEnde`;
    const lines = calendarOf([{ from: '2027-03-01', summary }]);
    const words = lines?.find((line) => line.startsWith('DESCRIPTION:'))?.slice(12);
    expect(words?.replaceAll(/\\([\\;,n])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign))).toBe(summary);
  });

  test('cancels what was withdrawn or overtaken', () => {
    const withdrawn = { reason: 'We thought better of it.', on: day('2026-12-01') };
    const lines = calendarOf([
      { from: '2027-03-01', name: 'a' },
      { from: '2027-03-01', name: 'b' },
      { from: '2027-05-01', withdrawn },
    ]);
    expect(lines?.filter((line) => line.startsWith('STATUS:'))).toEqual(['STATUS:CANCELLED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED']);
  });

  test('leaves out days that nobody stated, and is no file without a day', () => {
    expect(calendarOf([{ from: '2016-05-26', basis: 'captured' }])).toBeUndefined();
  });
});
