import { describe, expect, test } from 'vitest';
import { bold, counted, faultsOf, h, importBody, levels, linesOf, num, p, rules, STYLES, type LevelOf } from './build-docx.ts';

const DECIMAL: LevelOf = { format: 'decimal', text: '%1.' };
const LEGAL: readonly LevelOf[] = [
  { format: 'decimal', text: '%1.' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'lowerLetter', text: '(%3)' },
  { format: 'lowerRoman', text: '(%4)' },
];
const outline = levels(1, ...LEGAL) + num(1, 1);
const labelled = async (numbering: string, ...body: readonly string[]): Promise<readonly string[]> => {
  const result = await importBody(body.join(''), { numbering, styles: STYLES });
  expect(faultsOf(result)).toEqual([]);
  return linesOf(result);
};
const numbered = (level: number, list: number, words: string): string =>
  h(level + 1, words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('numbers that Word counts by itself', () => {
  test('stand as words before headings, at every level', async () => {
    const lines = await labelled(
      outline,
      numbered(0, 1, 'Scope'),
      p('To whom it applies.'),
      numbered(0, 1, 'Data'),
      numbered(1, 1, 'What we keep'),
      p('Little.'),
      numbered(1, 1, 'How long'),
      p('Not long.'),
    );
    expect(lines).toEqual(['1. Scope', 'To whom it applies.', '2. Data', '2.1 What we keep', 'Little.', '2.2 How long', 'Not long.']);
  });

  test('count items of lists as a record counts them, so that "Section 2.1(b)(ii)" still leads to its words', async () => {
    const result = await importBody(
      [
        numbered(0, 1, 'Scope'),
        p('See Section 2.1(b)(ii).'),
        numbered(0, 1, 'Data'),
        numbered(1, 1, 'What we keep'),
        counted(1, 2, 'your name'),
        counted(1, 2, 'your orders'),
        counted(1, 3, 'those that are paid'),
        counted(1, 3, 'those that are not'),
        numbered(1, 1, 'How long'),
        counted(1, 2, 'one year'),
      ].join(''),
      { numbering: outline, styles: STYLES },
    );
    expect(linesOf(result)).toEqual([
      '1. Scope',
      'See Section 2.1(b)(ii).',
      '2. Data',
      '2.1 What we keep',
      'a. your name',
      'b. your orders',
      'i. those that are paid',
      'ii. those that are not',
      '2.2 How long',
      'a. one year',
    ]);
    expect(result.receipt.guesses.filter(({ rule }) => rule === 'list-label').map(({ message }) => message)).toEqual([
      'Word counts 3 items of lists as "(a)"; in the draft they are items "a.". References such as "(a)" still find them.',
      'Word counts 2 items of lists as "(i)"; in the draft they are items "i.". References such as "(i)" still find them.',
    ]);
    expect(result.body).toContain('<ol type="a">');
  });

  test('stand as words where a record has no such list: 1.1 before a paragraph', async () => {
    expect(await labelled(outline, counted(1, 0, 'We keep data.'), counted(1, 1, 'Your name.'), counted(1, 1, 'Your orders.'))).toEqual([
      '1. We keep data.',
      '1.1 Your name.',
      '1.2 Your orders.',
    ]);
  });

  test.each([
    ['upperLetter', 'A. one', 'B. two'],
    ['upperRoman', 'I. one', 'II. two'],
    ['decimalZero', '01. one', '02. two'],
    ['ordinal', '1st. one', '2nd. two'],
  ])('are written as Word writes them: %s', async (format, first, second) => {
    expect(await labelled(levels(1, { format, text: '%1.' }) + num(1, 1), counted(1, 0, 'one'), counted(1, 0, 'two'))).toEqual([
      first,
      second,
    ]);
  });

  test('go on after a paragraph in between', async () => {
    expect(await labelled(levels(1, DECIMAL) + num(1, 1), counted(1, 0, 'one'), p('A word between.'), counted(1, 0, 'two'))).toEqual([
      '1. one',
      'A word between.',
      '2. two',
    ]);
  });

  test('begin anew where Word begins anew, and only there', async () => {
    const again = num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const numbering = levels(1, DECIMAL) + num(1, 1) + again + num(3, 1);
    const lines = await labelled(numbering, ...[1, 1, 2, 2, 3].map((list, index) => counted(list, 0, `word ${index}`)));
    expect(lines).toEqual(['1. word 0', '2. word 1', '1. word 2', '2. word 3', '3. word 4']);
  });

  test('never begin anew at a level that is told to go on', async () => {
    const on = levels(1, DECIMAL, { format: 'decimal', text: '%1.%2', more: '<w:lvlRestart w:val="0"/>' }) + num(1, 1);
    expect(await labelled(on, counted(1, 0, 'a'), counted(1, 1, 'b'), counted(1, 0, 'c'), counted(1, 1, 'd'))).toEqual([
      '1. a',
      '1.1 b',
      '2. c',
      '2.2 d',
    ]);
  });

  test('are all digits where a level is legal', async () => {
    const legal =
      levels(1, { format: 'upperRoman', text: 'Article %1.' }, { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' }) + num(1, 1);
    expect(await labelled(legal, numbered(0, 1, 'Scope'), counted(1, 1, 'Everybody.'), numbered(0, 1, 'Data'))).toEqual([
      'Article I. Scope',
      '1.1 Everybody.',
      'Article II. Data',
    ]);
  });

  test('come from the style of a heading', async () => {
    const linked = levels(7, { format: 'decimal', text: 'Clause %1', more: '<w:pStyle w:val="Own"/>' }) + num(7, 7);
    const own =
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const result = await importBody(['Scope', 'Data'].map((words) => p(words, '<w:pStyle w:val="Own"/>') + p('Words.')).join(''), {
      numbering: linked,
      styles: own,
    });
    expect(linesOf(result)).toEqual(['Clause 1 Scope', 'Words.', 'Clause 2 Data', 'Words.']);
  });

  test('are taken away by a paragraph that says so', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const off = p('plain', '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const result = await importBody(p('one', '<w:pStyle w:val="L"/>') + off, { numbering: levels(1, DECIMAL) + num(1, 1), styles });
    expect(linesOf(result)).toEqual(['1. one', 'plain']);
  });

  test('do not count a paragraph without words', async () => {
    expect(await labelled(levels(1, DECIMAL) + num(1, 1), counted(1, 0, 'one'), p(''), counted(1, 0, 'two'))).toEqual(['1. one', '2. two']);
  });
});

describe('bullets', () => {
  const bullets = levels(1, { format: 'bullet', text: '•' }, { format: 'bullet', text: 'o' }, { format: 'bullet', text: ' ' }) + num(1, 1);

  test('are lists inside lists, without a label', async () => {
    const result = await importBody(counted(1, 0, 'one') + counted(1, 1, 'inner') + counted(1, 0, 'two'), { numbering: bullets });
    expect(
      result.body
        .trim()
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual(['- one', '  - inner', '- two']);
  });

  test('without a sign go on with the item before', async () => {
    const blank = levels(1, { format: 'bullet', text: '•' }) + levels(2, { format: 'bullet', text: ' ' }) + num(1, 1) + num(2, 2);
    const result = await importBody(counted(1, 0, 'one') + counted(2, 0, 'still one') + counted(1, 0, 'two'), { numbering: blank });
    expect([result.receipt.listItemCount, linesOf(result)]).toEqual([2, ['one', 'still one', 'two']]);
  });
});

test('numbered lines in bold are the headings of a text that has no other', async () => {
  const body = counted(1, 0, bold('Scope')) + p('Everybody.') + counted(1, 0, bold('Data')) + p('Little.');
  const result = await importBody(body, { numbering: levels(1, DECIMAL) + num(1, 1) });
  expect([result.receipt.sectionCount, linesOf(result)]).toEqual([2, ['1. Scope', 'Everybody.', '2. Data', 'Little.']]);
  expect(rules(result).filter((rule) => rule === 'bold-heading')).toHaveLength(2);
});
