import { describe, expect, test } from 'vitest';
import { missingIds } from '../../src/mdx/missing-ids.ts';

const idsOf = (text: string): readonly string[] => missingIds(text, 'policy.mdx').map(({ line, column, id }) => `${line}:${column} ${id}`);

describe('ids that are missing', () => {
  test.each([
    ['a heading without one gets one made from its words', '## Your *rights*', ['1:17 your-rights']],
    ['a heading that has one gets none', '## Your rights [#rights]', []],
    ['only the level that divides the text needs them', '## A\n\n### B', ['1:5 a']],
    ['two headings of the same words get different ones', '## A\n\n## A', ['1:5 a', '3:5 a-2']],
    ['closing signs stay behind it', '## A ##', ['1:5 a']],
    ['an underlined heading may be none', 'A\n---', []],
    ['an id in braces is put right by hand', '## A {#b}', []],
    ['a text that cannot be read gets none', '## A\n\n<Note>', []],
    ['a text without headings needs none', 'One', []],
  ])('%s', (_, text, expected) => {
    expect(idsOf(text)).toEqual(expected);
  });

  test.each<[string, () => string, number]>([
    ['10,000 headings of the same words', () => '## Contact\n'.repeat(10_000), 10_000],
    ['400,000 spaces in a heading', () => `## a${' '.repeat(400_000)}[#b`, 1],
    ['10,000 tags in each other', () => `## A\n\n${'<Note>'.repeat(10_000)}x${'</Note>'.repeat(10_000)}`, 0],
  ])(
    'a text made to be slow gives an answer within seconds: %s',
    (_, text, count) => {
      expect(missingIds(text(), 'policy.mdx').length).toBe(count);
    },
    20_000,
  );
});
