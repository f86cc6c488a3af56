import { describe, expect, test } from 'vitest';
import { itemLabel } from '../../../src/model/record/item-label.ts';

describe('label of a list item', () => {
  test.each([
    ['1', 1, '1.'],
    ['1', 0, '0.'],
    ['1', -2, '-2.'],
    ['a', 1, 'a.'],
    ['a', 3, 'c.'],
    ['a', 26, 'z.'],
    ['a', 27, 'aa.'],
    ['a', 52, 'az.'],
    ['a', 703, 'aaa.'],
    ['A', 28, 'AB.'],
    ['i', 1, 'i.'],
    ['i', 4, 'iv.'],
    ['i', 9, 'ix.'],
    ['i', 14, 'xiv.'],
    ['I', 1994, 'MCMXCIV.'],
    ['I', 3999, 'MMMCMXCIX.'],
  ] as const)('a list that counts as %s shows number %i as "%s"', (marker, start, label) => {
    expect(itemLabel({ marker, start }, 0)).toBe(label);
  });

  test.each([
    ['a', 0, '0.'],
    ['A', -1, '-1.'],
    ['i', 0, '0.'],
    ['I', 4000, '4000.'],
  ] as const)('a list that counts as %s shows %i, which has no such label, in digits', (marker, start, label) => {
    expect(itemLabel({ marker, start }, 0)).toBe(label);
  });

  test('items go on counting from the first', () => {
    expect([0, 1, 2].map((index) => itemLabel({ marker: 'a', start: 3 }, index))).toEqual(['c.', 'd.', 'e.']);
  });
});
