import { describe, expect, test } from 'vitest';
import { textDifferences, wordDifference, type CitedLine } from '../../../src/model/record/text-differences.ts';

const line = (anchor: string, text: string): CitedLine => ({ section: anchor.split('.')[0] ?? '', anchor, text });
const text = [line('a', 'A heading'), line('a.1', 'One two three.'), line('a.2', 'Four.'), line('b.1', 'Five.')];
const [heading, first, second, third] = text;
if (!heading || !first || !second || !third) throw new Error('The text has four lines.');

describe('a page that departs from its text', () => {
  test('is told of by nothing when it says the same', () => {
    expect(textDifferences(text, text)).toEqual([]);
  });

  test('is told of by the paragraph that says something else', () => {
    expect(textDifferences(text, [heading, { ...first, text: 'One three.' }, second, third])).toEqual([
      { kind: 'changed', section: 'a', anchor: 'a.1', expected: 'One two three.', found: 'One three.' },
    ]);
  });

  test('is told of by words that nothing in the text owns, and after what they stand', () => {
    const added = { section: 'a', text: 'Six.' };
    expect(textDifferences(text, [added, heading, first, added, second, second, third])).toEqual([
      { kind: 'added', section: 'a', after: undefined, found: 'Six.' },
      { kind: 'added', section: 'a', after: 'a.1', found: 'Six.' },
      { kind: 'added', section: 'a', after: 'a.2', found: 'Four.' },
    ]);
  });

  test('is told of by what it leaves out', () => {
    expect(textDifferences(text, [heading, third])).toEqual([
      { kind: 'left out', section: 'a', anchor: 'a.1', expected: 'One two three.' },
      { kind: 'left out', section: 'a', anchor: 'a.2', expected: 'Four.' },
    ]);
  });

  test('is told of by the first paragraph that stands elsewhere', () => {
    expect(textDifferences(text, [heading, second, first, third])).toEqual([{ kind: 'moved', section: 'a', anchor: 'a.1' }]);
  });

  test('is told of when a paragraph stands in another section', () => {
    const strayed = { ...third, section: 'a' };
    expect(textDifferences(text, [heading, first, second, strayed])).toMatchObject([{ kind: 'changed', anchor: 'b.1' }]);
  });
});

test.each([
  ['We may tell you.', 'We may not tell you.', 'We may', '', 'not'],
  ['We may not tell you.', 'We may tell you.', 'We may', 'not', ''],
  ['You', 'We', '', 'You', 'We'],
  ['a a a', 'a a', 'a a', 'a', ''],
  ['x', 'x 1 2 3 4 5 6 7 8 9 10 11 12 13', 'x', '', '1 2 3 4 5 6 7 8 9 10 11 12 …'],
])('between “%s” and “%s” stands what differs', (expected, found, before, missing, added) => {
  expect(wordDifference(expected, found)).toEqual({ before, expected: missing, found: added });
});
