import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/interchange/import/printed-day.ts';
import { markdown } from './fixtures.ts';

describe('a printed day', () => {
  test.each([
    ['Effective Date: 05/26/2016', '2016-05-26'],
    ['26/05/2016', '2016-05-26'],
    ['5/5/2016', '2016-05-05'],
    ['2016-05-26', '2016-05-26'],
    ['2016/5/6', '2016-05-06'],
    ['May 26, 2016', '2016-05-26'],
    ['Sept. 3rd, 2016', '2016-09-03'],
    ['26 May 2016', '2016-05-26'],
    ['26th of May 2016', '2016-05-26'],
    ['26. März 2016', '2016-03-26'],
    ['6.5.2016', '2016-05-06'],
    ['発効日 2026 年 5 月 4 日', '2026-05-04'],
  ])('%s is %s', (printed, day) => {
    expect(readDay(printed)).toMatchObject({ day });
  });

  test.each(['30 February 2021', '13/13/2021', 'next Monday', '99/99'])('%s is none', (printed) => {
    expect(readDay(printed)).toBeUndefined();
  });

  test('05/06 can be read two ways', () => {
    expect(readDay('05/06/2021')).toEqual({ unclear: '05/06 can be month/day or day/month.' });
  });
});

describe('the effective day of a text', () => {
  test('is the one it is said to take effect on, not that of its last change', () => {
    expect(markdown('Last updated: 1 May 2021\n\nEffective date: 15 May 2021').effective).toMatchObject({ day: '2021-05-15', line: 3 });
  });

  test('is not read from a sentence about something else', () => {
    expect(
      markdown('The service was closed, effective 30 November 2021, for those who had joined it before that day.').effective,
    ).toBeUndefined();
  });

  test('is not taken when it can be read two ways, unless it is given', () => {
    const text = 'Effective: 05/06/2021';
    expect(markdown(text).effective).toBeUndefined();
    expect(markdown(text, { effective: '2021-06-05' }).effective).toMatchObject({ day: '2021-06-05', line: 1 });
  });

  test('is the given one even where the text says another, and that is named', () => {
    const result = markdown('Effective: 1 May 2021', { effective: '2021-06-05' });
    expect(result.effective).toMatchObject({ day: '2021-06-05' });
    expect(result.receipt.guesses.map((guess) => guess.rule)).toContain('effective-date');
  });

  test('that does not exist is an error', () => {
    expect(markdown('Words', { effective: '2023-02-30' }).findings.map((finding) => finding.rule)).toEqual(['effective-malformed']);
  });
});
