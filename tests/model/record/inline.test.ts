import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyInline, wordsOf } from '../../../src/model/record/inline.ts';
import type { Inline } from '../../../src/model/record/record.ts';
import { examples, roughInline } from './arbitrary.ts';

const em = (...children: Inline[]): Inline => ({ kind: 'mark', mark: 'em', children });
const lineBreak: Inline = { kind: 'break' };
const note: Inline = { kind: 'note', label: '1' };

describe('running text in one shape', () => {
  test.each<[string, readonly Inline[], readonly Inline[]]>([
    ['a line end of the source is a space', ['one\n two'], ['one two']],
    ['no space stays at either end', [' one '], ['one']],
    ['no space stays at the end of a mark that ends the text', [em('one '), ' '], [em('one')]],
    ['two spaces at the edge of a mark are one', ['one ', em(' two')], ['one ', em('two')]],
    ['a no-break space stays', ['\u00A0one\u00A0'], ['\u00A0one\u00A0']],
    ['neighbouring words are one string', ['one', ' two'], ['one two']],
    ['an empty mark vanishes', ['one', em(), 'two'], ['onetwo']],
    ['spaces around a line break vanish', ['one ', lineBreak, ' two'], ['one', lineBreak, 'two']],
    ['a line break at the end vanishes', ['one', lineBreak], ['one']],
    ['a line break at the beginning vanishes', [em(lineBreak), ' ', lineBreak, em(lineBreak, 'one')], [em('one')]],
    ['a space before a line break at the edge of a mark vanishes', ['one ', em(lineBreak, 'two')], ['one', em(lineBreak, 'two')]],
    ['a mark without words leaves its signs alone', ['one', em('\u00A0'), em(em('\u200B')), 'two'], ['one\u00A0\u200Btwo']],
    ['a mark around a line break alone vanishes', ['one ', em(' ', lineBreak), ' two'], ['one', lineBreak, 'two']],
    ['two line breaks are one', ['one', lineBreak, lineBreak, 'two'], ['one', lineBreak, 'two']],
    ['a footnote before a line break stays', ['one', note, lineBreak, 'two'], ['one', note, lineBreak, 'two']],
    ['a footnote at the end stays', ['one ', note], ['one ', note]],
    ['nothing but spaces is nothing', [' ', em(' \n')], []],
  ])('%s', (_, rough, tidy) => {
    expect(tidyInline(rough)).toEqual(tidy);
  });

  test('tidying twice changes nothing more', () => {
    fc.assert(
      fc.property(roughInline, (rough) => {
        expect(tidyInline(tidyInline(rough))).toEqual(tidyInline(rough));
      }),
      examples(200),
    );
  });

  test('tidying changes white space only', () => {
    const letters = (children: readonly Inline[]): string => wordsOf(children).replaceAll(/[ \t\n\r\f]/gu, '');
    fc.assert(
      fc.property(roughInline, (rough) => {
        expect(letters(tidyInline(rough))).toBe(letters(rough));
      }),
      examples(200),
    );
  });
});
