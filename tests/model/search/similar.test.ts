import { describe, expect, test } from 'vitest';
import { isMeant, isSameWord } from '../../../src/model/search/similar.ts';

describe('words that differ in their ending alone', () => {
  test.each([
    ['delete', 'deleted', true],
    ['cancel', 'cancelled', true],
    ['kid', 'kids', true],
    ['care', 'card', false],
    ['pass', 'passport', false],
    ['policy', 'police', false],
    ['concern', 'concert', false],
    ['car', 'card', false],
    ['car', 'cars', true],
    ['policy', 'policies', true],
    ['löschen', 'löschung', true],
    ['', '', true],
  ])('“%s” and “%s”: %s', (a, b, expected) => {
    expect(isSameWord(a, b)).toBe(expected);
    expect(isSameWord(b, a)).toBe(expected);
  });
});

describe('a word that somebody can have meant', () => {
  test.each([
    ['coo', 'cookies', true],
    ['cookeis', 'cookies', true],
    ['refnd', 'refund', true],
    ['passport', 'pass', false],
    ['abroad', 'a', false],
    ['cat', 'car', false],
  ])('“%s” for “%s”: %s', (typed, word, expected) => {
    expect(isMeant(typed, word)).toBe(expected);
  });
});
