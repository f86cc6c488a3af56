import { describe, expect, test } from 'vitest';
import { defaultPair, sinceAnswer, standingOn, type VersionLine } from '../../../src/components/compare/since.ts';

const line = (version: string, from: string, more: Partial<VersionLine> = {}): VersionLine => ({
  version,
  from,
  kind: 'stated',
  zone: 'UTC',
  ...more,
});
const lines = [
  line('announced', '2027-03-01'),
  line('taken-back', '2026-12-15', { kind: 'withdrawn' }),
  line('present', '2024-01-01', { until: '2027-03-01' }),
  line('2020-01-01', '2016-05-26', { kind: 'seen', until: '2024-01-01' }),
];
const on = (day: string) => (): string => day;

describe('what changed since a version or a day', () => {
  test.each([
    ['2020-01-01', '2026-11-22', 'read', ['2020-01-01', 'present']],
    ['taken-back', '2026-11-22', 'read', ['taken-back', 'present']],
    ['present', '2026-11-22', 'next', ['present', 'announced']],
    ['present', '2027-03-01', 'read', ['present', 'announced']],
    ['announced', '2026-11-22', 'ahead', ['present', 'announced']],
    ['announced', '2027-03-01', 'still', undefined],
    ['2023-12-31', '2026-11-22', 'read', ['2020-01-01', 'present']],
    ['2024-01-01', '2026-11-22', 'next', ['present', 'announced']],
    ['2016-05-25', '2026-11-22', 'before', undefined],
    ['2026-11-23', '2026-11-22', 'future', undefined],
    ['2026-02-30', '2026-11-22', 'unknown', undefined],
    ['nobody', '2026-11-22', 'unknown', undefined],
  ] as const)('%s, asked on %s: %s, %j', (point, day, words, pair) => {
    const answer = sinceAnswer(lines, point, on(day));
    expect([answer.words, answer.pair]).toEqual([words, pair]);
  });

  test('a version that is named like a day is meant before the day', () => {
    expect(sinceAnswer(lines, '2020-01-01', on('2026-11-22')).byDay).toBeUndefined();
    expect(sinceAnswer(lines, '2020-01-02', on('2026-11-22')).byDay).toBe('seen');
  });

  test('after the end of a policy, the last version is compared with', () => {
    const ended = [line('one', '2019-01-01', { until: '2020-01-01' }), line('two', '2020-01-01', { until: '2026-10-01' })];
    expect(sinceAnswer(ended, 'one', on('2026-11-22'))).toMatchObject({ words: 'ended', pair: ['one', 'two'] });
    expect(sinceAnswer(ended, 'two', on('2026-11-22'))).toMatchObject({ words: 'last' });
    expect(sinceAnswer(ended, 'two', on('2026-09-30'))).toMatchObject({ words: 'still' });
  });

  test('before the first version applies, nothing is compared', () => {
    expect(sinceAnswer([line('first', '2027-03-01')], 'first', on('2026-11-22'))).toMatchObject({ words: 'nothing' });
    expect(sinceAnswer([], '2020-01-01', on('2026-11-22'))).toMatchObject({ words: 'none' });
  });

  test('a version applies when its day has begun in its own zone', () => {
    const zoned = [
      line('old', '2020-01-01', { until: '2027-03-01', zone: 'Pacific/Pago_Pago' }),
      line('new', '2027-03-01', { zone: 'Pacific/Kiritimati' }),
    ];
    const dayIn = (zone: string): string => (zone === 'Pacific/Kiritimati' ? '2027-03-01' : '2027-02-27');
    expect(standingOn(zoned, dayIn).current?.version).toBe('new');
  });
});

describe('what is compared until a reader chooses', () => {
  test('are the two newest that govern', () => {
    expect(defaultPair(lines)).toEqual(['present', 'announced']);
  });

  test('are the newest two of all where fewer than two govern; one version gives no pair', () => {
    expect(defaultPair([line('b', '2021-01-01', { kind: 'withdrawn' }), line('a', '2020-01-01')])).toEqual(['a', 'b']);
    expect(defaultPair([line('a', '2020-01-01')])).toBeUndefined();
    expect(defaultPair([])).toBeUndefined();
  });
});
