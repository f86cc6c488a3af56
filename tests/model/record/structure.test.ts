import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';
import { structureText } from '../../../src/model/record/structure.ts';
import { recordOf } from '../../mdx/parse.ts';
import { examples, record } from './arbitrary.ts';

type Thing = Record<string, unknown>;

/** The record with one thing of it changed; `undefined` when it holds no such thing. Input is not changed. */
function changed(original: PolicyRecord, isMeant: (thing: Thing) => boolean, change: (thing: Thing) => void): PolicyRecord | undefined {
  const copy = structuredClone(original);
  const things: Thing[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isThing(value) && isMeant(value)) things.push(value);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(copy);
  const one = things[Math.floor(things.length / 2)];
  if (!one) return undefined;
  change(one);
  return copy;
}

function isThing(value: object): value is Thing {
  return !Array.isArray(value);
}

const kind =
  (name: string) =>
  (thing: Thing): boolean =>
    thing['kind'] === name;
const isCell = (thing: Thing): boolean => 'blocks' in thing && 'rows' in thing && !('kind' in thing);

type Change = readonly [name: string, isMeant: (thing: Thing) => boolean, change: (thing: Thing) => void];

const withoutWords: readonly Change[] = [
  ['the address of a link', kind('address'), (link) => (link['href'] = 'https://example.com/opt-out')],
  ['the section that a link leads to', kind('within'), (link) => (link['id'] = 'elsewhere')],
  ['the policy that a link leads to', kind('policy'), (link) => (link['policy'] = 'elsewhere')],
  ['the title of a link', kind('link'), (link) => (link['title'] = 'another title')],
  ['a mark', kind('mark'), (mark) => (mark['mark'] = mark['mark'] === 'em' ? 'strong' : 'em')],
  ['the title of an abbreviation', kind('abbreviation'), (abbreviation) => (abbreviation['title'] = 'another title')],
  ['the language of a part', kind('language'), (part) => (part['lang'] = 'de')],
  ['a component', kind('component'), (component) => (component['name'] = 'Other')],
  ['a header cell', isCell, (cell) => (cell['header'] = cell['header'] === 'column' ? 'row' : 'column')],
  ['the span of a cell', isCell, (cell) => (cell['columns'] = 4)],
  ['the alignment of a cell', isCell, (cell) => (cell['align'] = cell['align'] === 'end' ? 'center' : 'end')],
  ['the direction of the text', (thing) => 'format' in thing, (text) => (text['dir'] = text['dir'] === 'rtl' ? 'ltr' : 'rtl')],
  ['the language of the text', (thing) => 'format' in thing, (text) => (text['lang'] = 'de')],
];

const withWords: readonly Change[] = [
  ['the id of a section', (thing) => 'aliases' in thing && thing['id'] !== undefined, (section) => (section['id'] = 'another-id')],
  ['the number of a footnote', kind('note'), (note) => (note['label'] = '9')],
  ['the first number of a list', (thing) => 'marker' in thing, (order) => (order['start'] = 99)],
  [
    'the way a list counts',
    (thing) => 'marker' in thing && thing['start'] !== 0,
    (order) => ((order['marker'] = order['marker'] === 'A' ? '1' : 'A'), (order['start'] = 5)),
  ],
  ['preformatted words', kind('preformatted'), (block) => (block['text'] = `${String(block['text'])}x`)],
];

function eachChange(isMeant: Change[1], change: Change[2], check: (before: PolicyRecord, after: PolicyRecord) => void): void {
  fc.assert(
    fc.property(record, (before) => {
      const after = changed(before, isMeant, change);
      fc.pre(after !== undefined);
      check(before, after);
    }),
    examples(12),
  );
}

describe('structure text', () => {
  test.each(withoutWords)('changes with %s, and the words do not', (_, isMeant, change) => {
    eachChange(isMeant, change, (before, after) => {
      expect(structureText(after)).not.toBe(structureText(before));
      expect(canonicalText(after)).toBe(canonicalText(before));
    });
  });

  test.each(withWords)('changes with %s, as the words do', (_, isMeant, change) => {
    eachChange(isMeant, change, (before, after) => {
      expect(structureText(after)).not.toBe(structureText(before));
      expect(canonicalText(after)).not.toBe(canonicalText(before));
    });
  });

  test.each([
    ['the depth of a heading', '## A [#a]\n\n### B [#b]\n\n#### C [#c]', '## A [#a]\n\n### B [#b]\n\n### C [#c]'],
    ['a quote', 'One', '> One'],
    ['a list', '- One', 'One'],
    ['where a paragraph of an item ends', '- One\n\n  Two', '- One\n\nTwo'],
    ['a line break', 'One<br/>two', 'One two'],
    ['a caption', '<Caption>C</Caption>\n\n| A |\n|---|\n| 1 |', 'C\n\n| A |\n|---|\n| 1 |'],
    ['a table without a header', '| A |\n|---|\n| 1 |', '|   |\n|---|\n| A |\n| 1 |'],
    [
      'two terms that share an explanation',
      '<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>C</dd>\n</dl>',
      '<dl>\n<dt>A</dt>\n<dd>B</dd>\n<dd>C</dd>\n</dl>',
    ],
  ])('differs by %s', (_, one, other) => {
    expect(structureText(recordOf(one))).not.toBe(structureText(recordOf(other)));
    expect(canonicalText(recordOf(one))).toBe(canonicalText(recordOf(other)));
  });

  test.each([
    ['how a list is spaced', '- One\n- Two', '- One\n\n- Two'],
    ['which sign a list uses', '- One', '* One'],
    ['how emphasis is written', '*One* __two__', '_One_ **two**'],
    ['how a link is written', '[One](https://example.org)', '[One][x]\n\n[x]: https://example.org'],
    ['where lines of the source end', 'One two', 'One\ntwo'],
    ['a no-break space', 'One&nbsp;two', 'One two'],
    ['a zero width space between marks', '*One*&#8203;*two*', '*One*<Definition/>*two*'],
    ['accents in two code points', 'cafe\u0301 <abbr title="e\u0301">x</abbr>', 'café <abbr title="é">x</abbr>'],
    ['accents in two code points in preformatted text', '```\ncafe\u0301\n```', '```\ncafé\n```'],
    ['what a footnote is called', 'One[^a]\n\n[^a]: Two', 'One[^why]\n\n[^why]: Two'],
    ['a tag on one line or on three', '<Note>One</Note>', '<Note>\nOne\n</Note>'],
    ['a mark around nothing', 'One<sup>&nbsp;</sup>two', 'One&nbsp;two'],
    ['a paragraph without words', 'One\n\n&nbsp;\n\n> &#8203;\n\nTwo', 'One\n\nTwo'],
    ['a line break that breaks nothing', '<br/>One<br/>', 'One'],
    ['the direction of a language', 'a <span lang="ar">x</span>', 'a <span lang="ar" dir="rtl">x</span>'],
  ])('is the same whatever %s is', (_, one, other) => {
    expect(structureText(recordOf(one))).toBe(structureText(recordOf(other)));
  });

  test('is the same whatever a section was called before: old anchors are addresses and no text', () => {
    const text = '## A [#a]\n\nOne';
    expect(structureText(recordOf(text, { retired: { link1: 'a' } }))).toBe(structureText(recordOf(text)));
  });

  test('of a section is the same whatever footnotes other sections have', () => {
    const section = '## B [#b]\n\nTwo[^b]\n\n[^b]: Why';
    const linesOf = (text: string): readonly string[] => structureText(recordOf(text)).split('\n').slice(3);
    expect(linesOf(`## A [#a]\n\nOne[^a]\n\n[^a]: How\n\n${section}`).slice(1)).toEqual(linesOf(`## A [#a]\n\nOne\n\n${section}`));
  });
});
