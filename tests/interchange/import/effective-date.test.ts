import { describe, expect, test } from 'vitest';
import { markdown } from './fixtures.ts';

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
