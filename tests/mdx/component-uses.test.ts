import { describe, expect, test } from 'vitest';
import { componentUses } from '../../src/mdx/component-uses.ts';

const usesOf = (text: string): readonly string[] | string => {
  const uses = componentUses(text, 'about.mdx');
  if ('finding' in uses)
    return `${uses.finding.place.line ?? '-'}:${uses.finding.place.column ?? '-'} ${uses.finding.rule} ${uses.finding.message}`;
  return uses.map(({ name, isDeclared, line, column }) => `${line}:${column} ${name}${isDeclared ? ' declared' : ''}`);
};

describe('the components of an ordinary page', () => {
  test.each([
    ['HTML is none', 'A <b>word</b>.', []],
    ['one in a sentence', 'See <PolicyLink to="terms">it</PolicyLink>.', ['1:5 PolicyLink']],
    ['one in a list in another', '<Box>\n\n- <Link/>\n\n</Box>', ['1:1 Box', '3:3 Link']],
    ['one that the page imports', "import Box from './Box.astro'\n\n<Box/>", ['3:1 Box declared']],
    ['one of several that the page imports', "import {\n  A,\n  B,\n} from './a'\n\n<A/> and <C/>", ['6:1 A declared', '6:10 C']],
    ['one that the page makes', 'export const Box = () => <p>{1 < 2}</p>\n\n<Box/>', ['3:1 Box declared']],
    ['one of a group', "import * as UI from './ui'\n\n<UI.Box/>", ['3:1 UI.Box declared']],
    ['none in an expression, which only a program can read', '{[1].map(() => <Box/>)}', []],
  ])('%s', (_, text, expected) => {
    expect(usesOf(text)).toEqual(expected);
  });

  test.each([
    ['a tag that is not closed', 'One\n\n- two <b>three', /^3:7 mdx-syntax The tag <b> is opened here/u],
    [
      'a tag closed by another',
      '<Box>\n\nOne\n\n</Note>',
      /^5:1 mdx-syntax The closing tag <\/Note> does not fit the opening tag <Box> of line 1\./u,
    ],
    ['an expression that is no code', 'We are {the company}.', /^1:12 mdx-syntax Program code was expected here/u],
    ['an import that is no code', 'import duties are paid', /^1:\d+ mdx-syntax Program code was expected here/u],
    ['a brace without a partner', 'One {', /^1:\d+ mdx-syntax Program code was expected here/u],
  ])('a page with %s is refused', (_, text, expected) => {
    expect(usesOf(text)).toMatch(expected);
  });

  test.each<[string, () => string]>([
    ['10,000 tags in each other', () => `${'<Note>'.repeat(10_000)}x${'</Note>'.repeat(10_000)}`],
    ['code 100,000 brackets deep', () => `{${'('.repeat(100_000)}}`],
    ['5,000 closing braces', () => `{${'}'.repeat(5000)}`],
    ['lists 60 deep', () => Array.from({ length: 60 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')],
  ])(
    'a page made to be slow is refused within seconds: %s',
    (_, text) => {
      expect(usesOf(text())).toMatch(/text-too-complex|nested-too-deeply|mdx-syntax/u);
    },
    20_000,
  );
});
