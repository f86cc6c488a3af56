import { describe, expect, test } from 'vitest';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import type { Block, Table } from '../../src/model/record/record.ts';
import { blocksOf, recordOf, rulesOf } from './parse.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [text] });
const labels = (text: string): readonly string[] => canonicalLines(recordOf(text)).map((line) => line.text);

describe('lists', () => {
  test.each([
    ['Markdown, from 1', '1. A\n2. B', ['1. A', '2. B']],
    ['Markdown, from 4', '4. A\n5. B', ['4. A', '5. B']],
    ['Markdown, from 0', '0. A\n1. B', ['0. A', '1. B']],
    ['Markdown whose numbers are all 1', '1. A\n1. B', ['1. A', '2. B']],
    ['tags, in letters', '<ol type="a">\n<li>A</li>\n<li>B</li>\n</ol>', ['a. A', 'b. B']],
    ['tags, in roman numerals from iv', '<ol type="i" start="4">\n<li>A</li>\n<li>B</li>\n</ol>', ['iv. A', 'v. B']],
    ['tags, from 0', '<ol start="0">\n<li>A</li>\n<li>B</li>\n</ol>', ['0. A', '1. B']],
    ['tags that do not count', '<ul>\n<li>A</li>\n<li>B</li>\n</ul>', ['A', 'B']],
    ['tags on one line', '<ol type="A"><li>A</li><li>B</li></ol>', ['A. A', 'B. B']],
    ['a list in a list', '1. A\n   - B\n   - C\n2. D', ['1. A', 'B', 'C', '2. D']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    ['an unknown way to count', '<ol type="x">\n<li>A</li>\n</ol>', ['list-malformed']],
    ['a first number that is none', '<ol start="three">\n<li>A</li>\n</ol>', ['list-malformed']],
    ['text outside the items', '<ul>\nA\n<li>B</li>\n</ul>', ['tag-misplaced']],
    ['a list without items', '<ul>\n</ul>', ['list-malformed']],
    ['an explanation without a term', '<dl>\n<dd>A</dd>\n</dl>', ['list-malformed', 'list-malformed']],
    ['a term without an explanation', '<dl>\n<dt>A</dt>\n</dl>', ['list-malformed']],
    ['a term without words', '<dl>\n<dt>&nbsp;</dt>\n<dd>A</dd>\n</dl>', ['list-malformed']],
    ['a list in a term', '<dl>\n<dt>\n\n- A\n\n</dt>\n<dd>B</dd>\n</dl>', ['block-misplaced']],
  ])('%s is refused', (_, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });

  test('items and cells without words hold nothing', () => {
    expect(blocksOf('- &nbsp;\n- A\n\n| A |\n|---|\n| &#8203; |')).toEqual([
      { kind: 'list', items: [[], [paragraph('A')]] },
      { kind: 'table', head: [[{ header: 'column', blocks: [paragraph('A')] }]], body: [[{ blocks: [] }]] },
    ]);
  });

  test('terms may share an explanation, and have several', () => {
    const text = '<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>C</dd>\n<dd>\n\nD\n\n- E\n\n</dd>\n<dt>F</dt>\n<dd>G</dd>\n</dl>';
    expect(blocksOf(text)).toEqual([
      {
        kind: 'definitions',
        entries: [
          { terms: [['A'], ['B']], details: [[paragraph('C')], [paragraph('D'), { kind: 'list', items: [[paragraph('E')]] }]] },
          { terms: [['F']], details: [[paragraph('G')]] },
        ],
      },
    ]);
  });
});

function tableOf(text: string): Table {
  const [block] = blocksOf(text);
  if (block?.kind !== 'table') throw new Error('The text begins with no table.');
  return block;
}

describe('tables', () => {
  test('of Markdown have a header, alignment and a caption', () => {
    expect(tableOf('<Caption>*Our* cookies</Caption>\n\n| A | B | C |\n|---|:-:|--:|\n| 1 | 2 |   |')).toEqual({
      kind: 'table',
      caption: [{ kind: 'mark', mark: 'em', children: ['Our'] }, ' cookies'],
      head: [
        [
          { header: 'column', blocks: [paragraph('A')] },
          { header: 'column', align: 'center', blocks: [paragraph('B')] },
          { header: 'column', align: 'end', blocks: [paragraph('C')] },
        ],
      ],
      body: [[{ blocks: [paragraph('1')] }, { align: 'center', blocks: [paragraph('2')] }, { align: 'end', blocks: [] }]],
    });
  });

  test('whose first row has no words have no header', () => {
    expect(tableOf('|   |   |\n|---|---|\n| 1 | 2 |').head).toEqual([]);
  });

  test('in tags have spans, row headers and blocks in cells', () => {
    const text = [
      '<table>',
      '<caption>C</caption>',
      '<thead>',
      '<tr><th colspan="2">A</th></tr>',
      '</thead>',
      '<tbody>',
      '<tr>',
      '<th scope="row" rowspan="3">B</th>',
      '<td colspan="1">\n\nOne\n\nTwo\n\n</td>',
      '</tr>',
      '</tbody>',
      '</table>',
    ].join('\n');
    expect(tableOf(text)).toEqual({
      kind: 'table',
      caption: ['C'],
      head: [[{ header: 'column', columns: 2, blocks: [paragraph('A')] }]],
      body: [[{ header: 'row', rows: 3, blocks: [paragraph('B')] }, { blocks: [paragraph('One'), paragraph('Two')] }]],
    });
  });

  test.each([
    ['a caption without a table', '<Caption>C</Caption>\n\nOne', ['caption-alone']],
    ['a caption at the end', '<Caption>C</Caption>', ['caption-alone']],
    ['two captions', '<Caption>C</Caption>\n\n<Caption>D</Caption>\n\n| A |\n|---|', ['caption-alone']],
    ['a caption before a table in tags', '<Caption>C</Caption>\n\n<table>\n<tr><td>A</td></tr>\n</table>', ['caption-alone']],
    ['an empty caption', '<Caption></Caption>\n\n| A |\n|---|', ['component-empty']],
    ['a caption of a no-break space', '<Caption>&nbsp;</Caption>\n\n| A |\n|---|', ['component-empty']],
    ['an attribute of a caption', '<Caption id="c">C</Caption>\n\n| A |\n|---|', ['attribute-not-allowed']],
    ['two captions in tags', '<table>\n<caption>C</caption>\n<caption>D</caption>\n<tr><td>A</td></tr>\n</table>', ['table-malformed']],
    ['a caption after the rows', '<table>\n<tr><td>A</td></tr>\n<caption>C</caption>\n</table>', ['table-malformed']],
    ['a head after the rows', '<table>\n<tr><td>A</td></tr>\n<thead>\n<tr><th>B</th></tr>\n</thead>\n</table>', ['table-malformed']],
    ['a row without cells', '<table>\n<tr></tr>\n<tr><td>A</td></tr>\n</table>', ['table-malformed']],
    ['a table without rows', '<table>\n</table>', ['table-malformed']],
    ['a span of no cells', '<table>\n<tr><td colspan="0">A</td></tr>\n</table>', ['table-malformed']],
    ['a header of nothing', '<table>\n<tr><th scope="all">A</th></tr>\n</table>', ['table-malformed']],
    ['text between rows', '<table>\nA\n<tr><td>B</td></tr>\n</table>', ['tag-misplaced']],
  ])('%s is refused', (_, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });
});
