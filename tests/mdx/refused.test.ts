import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsOf, parse, rulesOf } from './parse.ts';

const folder = new URL('../fixtures/refused/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('refused', () => {
  test.each(readdirSync(folder))('%s: the findings name the mistake, its place and the remedy', (name) => {
    const found = findingsOf(read(`${name}/policy.mdx`)).map((finding) => `${finding}\n`);
    expect(found.join('')).toBe(read(`${name}/expected.txt`));
  });

  test.each(readdirSync(folder))('%s: there is no record', (name) => {
    expect(parse(read(`${name}/policy.mdx`)).record).toBeUndefined();
  });
});

describe('refused, because Astro would take it for code', () => {
  test.each([
    'import duties are paid by the buyer.',
    'import\tduties',
    'import {x} of goods',
    "import Table from './table'",
    'import\nof goods',
    'export controls apply.',
    'export\tcontrols',
    'export * from it',
    'export{x}',
    'export',
    'export\nof goods',
    '## A [#b]\nexport of goods',
    '- One\n\nimport duties',
    '<Note>\nimport duties\n</Note>',
    '<Note>\n\n<InShort>\n\nexport\n\n</InShort>\n\n</Note>',
    'import of | goods\n---|---\na | b',
    'import duties[^a] are *paid {x}* ~y~.\n\n[^a]: Why',
  ])('%j', (text) => {
    expect(rulesOf(`## A [#a]\n\n${text}`)).toEqual(['no-code']);
  });

  test('also under a line of signs, which makes it a heading', () => {
    expect(rulesOf('export\n---')).toContain('no-code');
  });
});

describe('accepted, although a program could take it for something else', () => {
  test.each([
    ['a comparison', 'If a < b, and 3 > 2.'],
    ['a sign written out', 'a &lt;b&gt; &#123;c&#125;'],
    ['a closing brace', 'The end }.'],
    ['a sentence about importing', 'We import goods. All import duties are yours.'],
    ['a line that begins with "Import"', 'Import duties are paid by the buyer.'],
    ['a line that begins with "exported"', 'exported goods'],
    ['a first letter that is spelt out', '&#105;mport duties'],
    ['an indented "import"', ' import duties'],
    ['an "import" within a paragraph', 'We pay\nimport duties.'],
    ['an "import" in a list, a quote and a table', '- import duties\n\n> import duties\n\n| import duties |\n|---|\n| export |'],
    ['an "import" with a sign behind it', 'import: duties\n\nexport, and so on'],
    ['a "+++" within the text', 'One\n\n+++\n\nTwo'],
    ['signs for "about"', 'about \\~5 or ~6'],
    ['signs that say nothing', '5 * 3 = 15 and snake_case and ~5 and #1'],
    ['a blank to fill in', `Signature: ${'_'.repeat(60)}`],
    ['an address', 'https://example.org/?a=b&c=d'],
    ['square brackets', 'The [Company] may [not] do so.'],
    ['a direction mark', 'שלום\u200F!'],
  ])('%s', (_, text) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('a text made to be slow gives an answer within seconds', () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');

  test.each<[string, () => string, readonly string[]]>([
    ['quotes 5,000 deep', () => `${'>'.repeat(5000)} x`, ['text-too-complex']],
    ['50,000 open brackets', () => '['.repeat(50_000), ['text-too-complex']],
    ['9,000 open brackets', () => '['.repeat(9000), []],
    ['20,000 asterisks on either side', () => `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`, ['text-too-complex']],
    ['lists 1,000 deep', () => lines(1000, (index) => `${' '.repeat(index * 2)}- a`), ['text-too-complex']],
    ['lists 60 deep', () => lines(60, (index) => `${' '.repeat(index * 2)}- a`), ['nested-too-deeply']],
    ['400,000 spaces in a line', () => `a${' '.repeat(400_000)}b`, []],
    ['500 tags in each other', () => `${'<Note>'.repeat(500)}x${'</Note>'.repeat(500)}`, ['nested-too-deeply']],
    ['5,000 tags that are never closed', () => '<Note>'.repeat(5000), ['mdx-syntax']],
    ['10,000 tags in each other', () => `${'<Note>'.repeat(10_000)}x${'</Note>'.repeat(10_000)}`, ['text-too-complex']],
    ['4,000 links in each other', () => `${'['.repeat(4000)}x${'](#a)'.repeat(4000)}`, ['text-too-complex']],
    ['5,000 braces', () => '{a} '.repeat(2500), ['text-too-complex']],
    ['a table of 5,000 columns', () => `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|`, ['text-too-complex']],
    ['5,000 underlined headings', () => lines(5000, () => 'a\n==='), ['text-too-complex']],
    ['60,000 lines', () => lines(60_000, () => ''), ['text-too-complex']],
    ['2 MB of one paragraph', () => 'many words '.repeat(180_000), ['text-too-complex']],
    ['100 kB of one paragraph', () => 'many words '.repeat(9000), []],
  ])(
    '%s',
    (_, text, rules) => {
      expect(rulesOf(`## A [#a]\n\n${text()}`)).toEqual(rules);
    },
    20_000,
  );
});
