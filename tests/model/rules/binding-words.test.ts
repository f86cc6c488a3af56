import { describe, expect, test } from 'vitest';
import { bindingWords, promises, wordDifferences } from '../../../src/model/rules/binding-words.ts';

const words = (text: string) => Object.fromEntries(bindingWords(`data\t${text}\n`));

describe('words that can change what people may, must or can expect', () => {
  test.each([
    ['We keep it for 30 days.', { '30': 1, days: 1 }],
    ['It costs $1,000.50 or 5%.', { $: 1, '1,000.50': 1, '5%': 1 }],
    ['From 2027-03-01 on', { '2027-03-01': 1 }],
    ['May you ask? You may on 3 May.', { may: 2, '3': 1, May: 1 }],
    ['On May 3, ask', { May: 1, '3': 1 }],
    ['You can’t, we don’t, they won’t', { can: 1, not: 3, will: 1 }],
    ['Nothing binding here', {}],
    ['4.2 Retention', {}],
    ['Words[12] with a note', {}],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('the id of a section is none of its words', () => {
    expect([...bindingWords('rights-30-may\tPlain\n')]).toEqual([]);
  });

  test('differ when one text says them more often', () => {
    const one = bindingWords('a\tYou may. You may. You must.\n');
    const other = bindingWords('a\tYou may. You must not.\n');
    expect(wordDifferences(one, other)).toEqual([
      { word: 'may', before: 2, after: 1 },
      { word: 'not', before: 0, after: 1 },
    ]);
  });
});

describe('promises', () => {
  test.each([
    ['We do not sell your data.', ['we do not sell your data']],
    ['We will never sell it. You may ask.', ['we will never sell it']],
    ['We also don’t share it; we keep it.', ['we also do not share it']],
    ['You must not share it.', []],
    ['We sell it.', []],
  ])('%s', (text, expected) => {
    expect([...promises(`data\t${text}\n`).keys()]).toEqual(expected);
  });
});
