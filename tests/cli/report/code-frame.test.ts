import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/cli/report/code-frame.ts';

const place = (line?: number, column?: number) => ({ file: 'a', line, column });

describe('the line that a finding is about', () => {
  test('is shown with a caret under its column', () => {
    expect(codeFrame(place(2, 4), ['one', 'two three'], false)).toBe('  2 | two three\n    |    ^\n');
  });

  test('that is long is shown around the column', () => {
    const line = `${'a'.repeat(200)}B${'c'.repeat(200)}`;
    const [shown = '', caret = ''] = codeFrame(place(1, 201), [line], false).split('\n');
    expect(shown).toBe(`  1 | …${'a'.repeat(30)}B${'c'.repeat(69)}…`);
    expect(shown.indexOf('B')).toBe(caret.indexOf('^'));
  });

  test.each([
    ['in its last column', 401],
    ['behind its end', 900],
  ])('that is long is shown to its end when the place is %s', (_, column) => {
    const [shown = ''] = codeFrame(place(1, column), ['a'.repeat(400)], false).split('\n');
    expect(shown).toBe(`  1 | …${'a'.repeat(100)}`);
  });

  test('keeps the caret in its place behind a tab', () => {
    expect(codeFrame(place(1, 2), ['\ttwo'], false)).toBe('  1 |  two\n    |  ^\n');
  });

  test('is coloured on a terminal only', () => {
    expect(codeFrame(place(1, 1), ['one'], true)).toContain('\u001B[');
    expect(codeFrame(place(1, 1), ['one'], false)).not.toContain('\u001B[');
  });

  test.each([
    ['without a line', place(), ['one']],
    ['beyond the end of the file', place(9, 1), ['one']],
    ['of an empty line', place(1, 1), ['']],
    ['of a file that cannot be read', place(1, 1), undefined],
  ])('is left out %s', (_, where, lines) => {
    expect(codeFrame(where, lines, false)).toBe('');
  });
});
