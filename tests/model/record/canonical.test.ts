import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLines, canonicalText, foldWords } from '../../../src/model/record/canonical.ts';
import { recordOf } from '../../mdx/parse.ts';
import { examples, record, words } from './arbitrary.ts';

const line = (text: string): string => canonicalText(recordOf(text));

describe('canonical text, rule 1: one block a line', () => {
  test.each([
    ['a heading and a paragraph', '## A [#a]\n\nOne\n\nTwo', 'a\tA\na\tOne\na\tTwo\n'],
    ['a sub-section has its own id', '## A [#a]\n\n### B [#b]\n\nOne', 'a\tA\nb\tB\nb\tOne\n'],
    ['a sub-section without an id belongs to its parent', '## A [#a]\n\n### B\n\nOne', 'a\tA\na\tB\na\tOne\n'],
    ['the items of a list', '- One\n- Two', 'text\tOne\ntext\tTwo\n'],
    ['items that count begin with their label', '3. One\n4. Two', 'text\t3. One\ntext\t4. Two\n'],
    ['an item of two paragraphs', '1. One\n\n   Two', 'text\t1. One\ntext\tTwo\n'],
    ['an item that begins with a list', '1. - One', 'text\t1.\ntext\tOne\n'],
    ['a quote', '> One\n>\n> Two', 'text\tOne\ntext\tTwo\n'],
    ['a row of a table', '| A | B |\n|---|---|\n| 1 | 2 |', 'text\tA | B\ntext\t1 | 2\n'],
    ['a caption stands before its rows', '<Caption>C</Caption>\n\n| A |\n|---|\n| 1 |', 'text\tC\ntext\tA\ntext\t1\n'],
    ['a term and its explanation', '<dl>\n<dt>T</dt>\n<dd>D</dd>\n</dl>', 'text\tT\ntext\tD\n'],
    ['a component says what it holds', '<Note>\n\nOne\n\n</Note>', 'text\tOne\n'],
    ['preformatted lines', '```\none\n  two\n```', 'text\tone two\n'],
    [
      'a footnote stands at the end of its section',
      '## A [#a]\n\nOne[^x]\n\n## B [#b]\n\n[^x]: Why',
      'a\tA\na\tOne[1]\na\t[1] Why\nb\tB\n',
    ],
    [
      'footnotes are numbered in each top-level section',
      '## A [#a]\n\n### B [#b]\n\nOne[^x]\n\n## C [#c]\n\nTwo[^y]\n\n[^x]: X\n\n[^y]: Y',
      'a\tA\nb\tB\nb\tOne[1]\na\t[1] X\nc\tC\nc\tTwo[1]\nc\t[1] Y\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(line(text)).toBe(expected);
  });

  test('emphasis, links and terms change no words', () => {
    expect(line('*One* **two** [three](https://example.org) `four` <Definition>five</Definition>')).toBe('text\tOne two three four five\n');
  });
});

describe('canonical text, rules 2 to 4: what is folded', () => {
  test.each([
    ['é in two code points is é in one', 'e\u0301', '\u00E9'],
    ['the Ångström sign is the letter Å', '\u212B', '\u00C5'],
    ['Korean letters are joined to syllables', '\u1112\u1161\u11AB', '\uD55C'],
    ['a zero width space is removed', 'a\u200Bb', 'ab'],
    ['a word joiner is removed', 'a\u2060b', 'ab'],
    ['a byte order mark is removed', '\uFEFFab', 'ab'],
    ['a soft hyphen is removed', 'a\u00ADb', 'ab'],
    ['an accent after a zero width space joins its letter', 'e\u200B\u0301', '\u00E9'],
    ['line ends of every system are a space', 'a\r\nb\rc\nd', 'a b c d'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['a no-break space is a space', 'a\u00A0b', 'a b'],
    ['a narrow no-break space is a space', 'a\u202Fb', 'a b'],
    ['an ideographic space is a space', 'a\u3000b', 'a b'],
    ['a line separator is a space', 'a\u2028b', 'a b'],
    ['a next line sign is a space', 'a\u0085b', 'a b'],
    ['a run of mixed spaces is one space', 'a \u00A0\n\t b', 'a b'],
    ['no space stays at either end', ' \u00A0a\n', 'a'],
    ['nothing but spaces is nothing', '\u00A0\u200B ', ''],
  ])('%s', (_, text, expected) => {
    expect(foldWords(text)).toBe(expected);
  });

  test('a line break is a space', () => {
    expect(line('one<br/>two')).toBe('text\tone two\n');
  });

  test('a line without words is left out, and keeps its number', () => {
    expect(canonicalLines(recordOf('|   |\n|---|\n| One |\n|   |\n| Two |')).map(({ paragraph, text }) => [paragraph, text])).toEqual([
      [1, 'One'],
      [3, 'Two'],
    ]);
  });
});

describe('canonical text, rule 5: what is never folded', () => {
  test.each([
    ['capitals', 'User', 'user'],
    ['curly quotation marks', '“Site”', '"Site"'],
    ['apostrophes', 'user’s', "user's"],
    ['dashes', '3–5', '3-5'],
    ['the minus sign', '−5', '-5'],
    ['the ellipsis', '…', '...'],
    ['ligatures', 'ﬁle', 'file'],
    ['wide digits', '１', '1'],
    ['raised digits', '10²', '102'],
    ['a zero width joiner', '\u0915\u094D\u200D', '\u0915\u094D'],
    ['a zero width non-joiner', 'می\u200Cخواهم', 'میخواهم'],
    ['a direction mark', 'a\u200Eb', 'ab'],
    ['a full stop', 'users.', 'users'],
  ])('%s', (_, one, other) => {
    expect(foldWords(one)).toBe(one);
    expect(foldWords(one)).not.toBe(foldWords(other));
  });
});

describe('canonical text of any record', () => {
  test('folding words twice changes nothing more', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
      examples(200),
    );
  });

  test('every line is folded already, and holds words', () => {
    fc.assert(
      fc.property(record, (any) => {
        for (const { text } of canonicalLines(any)) {
          expect(foldWords(text)).toBe(text);
          expect(text).not.toBe('');
        }
      }),
      examples(40),
    );
  });
});
