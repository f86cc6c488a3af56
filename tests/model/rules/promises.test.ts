import { describe, expect, test } from 'vitest';
import { promises } from '../../../src/model/rules/promises.ts';

describe('promises', () => {
  test.each([
    ['We do not sell your data.', ['we do not sell your data']],
    ['We will never sell it. You may ask.', ['we will never sell it']],
    ['We also don’t share it; we keep it.', ['we also do not share it']],
    ['You must not share it.', []],
    ['We sell it.', []],
    ['We do not sell it[1].', ['we do not sell it']],
  ])('%s', (text, expected) => {
    expect([...promises(`data\t${text}\n`).keys()]).toEqual(expected);
  });

  test('are counted', () => {
    expect([...promises('a\tWe do not.\nb\tWe do not.\n').values()]).toEqual([2]);
  });
});
