import { fc } from './arbitrary.ts';
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../../src/interchange/import/word-diff.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('two lists of words', () => {
  test('differ in nothing when they are equal', () => {
    expect(diffWords(['we', 'keep', 'it'], ['we', 'keep', 'it'])).toEqual({ lost: [], added: [], moved: [] });
  });

  test('give the place of each word that only one has', () => {
    expect(diffWords(['we', 'keep', 'it'], ['we', 'sell', 'it'])).toEqual({ lost: [1], added: [1], moved: [] });
  });

  test('are counted without regard to order when they differ nearly everywhere', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const { lost, added, moved } = diffWords(many, many.toReversed());
    expect([lost.length, added.length, moved.length > 0]).toEqual([0, 0, true]);
  });

  test('are explained completely: without its lost words the first has the words of the second without its added ones', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { lost, added } = diffWords(before, after);
        const kept = before.filter((_, place) => !lost.includes(place)).toSorted();
        expect(kept).toEqual(after.filter((_, place) => !added.includes(place)).toSorted());
      }),
    );
  });
});
