import { describe, expect, test } from 'vitest';
import { answerOnDay } from '../../../src/components/on-day/answer-on-day.ts';

const lines = [
  { version: 'announced', kind: 'stated', from: '2027-03-01' },
  { version: 'taken-back', kind: 'withdrawn', from: '2026-12-15' },
  { version: 'present', kind: 'stated', from: '2024-01-01', until: '2027-03-01' },
  { version: 'seen', kind: 'seen', from: '2016-05-26', until: '2024-01-01' },
];

describe('what a policy said on a day', () => {
  test.each([
    ['2016-05-25', 'before', undefined],
    ['2016-05-26', 'seen', 'seen'],
    ['2023-12-31', 'seen', 'seen'],
    ['2024-01-01', 'answer', 'present'],
    ['2026-11-22', 'answer', 'present'],
    ['2026-11-23', 'future', 'present'],
    ['2027-03-01', 'future', 'announced'],
  ])('on %s: %s, %s', (day, words, version) => {
    expect(answerOnDay(lines, day, '2026-11-22')).toMatchObject(version === undefined ? { words } : { words, version });
  });

  test('a version that was announced for a day before, and withdrawn, is named', () => {
    expect(answerOnDay(lines, '2026-12-14', '2026-11-22').withdrawn).toEqual([]);
    expect(answerOnDay(lines, '2026-12-15', '2026-11-22').withdrawn).toEqual(['taken-back']);
    expect(answerOnDay(lines, '2027-03-01', '2026-11-22').withdrawn).toEqual([]);
  });

  test('after the end of a policy nothing was in force', () => {
    expect(answerOnDay([{ version: 'one', kind: 'stated', from: '2020-01-01', until: '2026-10-01' }], '2026-10-01', '2026-11-22')).toEqual({
      words: 'none',
      withdrawn: [],
    });
  });
});
