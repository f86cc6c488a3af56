import { describe, expect, test } from 'vitest';
import { excerpt, hitWords } from '../../../src/model/search/excerpt.ts';

const words = Array.from({ length: 100 }, (_, index) => `w${index}`);
const text = (pieces: readonly { readonly text: string }[]) => pieces.map((piece) => piece.text).join('');

describe('an excerpt', () => {
  test('of a short text is the text', () => {
    expect(excerpt('We use cookies.', [2])).toEqual([
      { text: 'We use ', isHit: false },
      { text: 'cookies.', isHit: true },
    ]);
  });

  test('shows where most of what was asked for stands', () => {
    const shown = excerpt(words.join(' '), [3, 60, 64, 70]);
    expect(shown.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(['w60', 'w64', 'w70']);
    expect(text(shown)).toMatch(/^… w5\d .* …$/u);
  });

  test('has about thirty words', () => {
    expect(text(excerpt(words.join(' '), [50])).split(' ')).toHaveLength(32);
  });

  test('without a place is the beginning, and of nothing is nothing', () => {
    expect(text(excerpt(words.join(' '), []))).toMatch(/^w0 /u);
    expect(excerpt('', [])).toEqual([]);
  });

  test('keeps what looks like markup as words', () => {
    expect(text(excerpt('Write <b>“this”</b> & that', [1]))).toBe('Write <b>“this”</b> & that');
  });
});

test('the words to mark are those found and those of the heading, as they stand there', () => {
  expect(hitWords('You can have it deleted, or corrected.', [4], 'Correction and Deletion', ['delete', 'deletion'])).toEqual([
    'deleted',
    'deletion',
  ]);
});
