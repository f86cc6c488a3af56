import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { markdownText } from '../../src/outputs/markdown.ts';

const read = (body: string): PolicyRecord => {
  const { record, findings } = parsePolicy({ body, file: 'policy.mdx', lang: 'en', retired: {} });
  if (!record) throw new Error(findings.map(({ message, place }) => `${place.line}: ${message}`).join('\n'));
  return record;
};

const markdown = (body: string): string =>
  markdownText(read(body), 'Title', (target) =>
    target.kind === 'policy' ? `/${target.policy}/` : target.kind === 'within' ? `#${target.id}` : target.href,
  );

const heading = '## Words [#words]\n\n';

describe('a text as plain Markdown', () => {
  test.each([
    ['signs of Markdown as words', String.raw`A \* b \_ c \[d\] \`e\` \<f> 5 < 6 \& \~g\~ \\`],
    [
      'words that would begin something else',
      String.raw`1\. One` + '\n\n' + String.raw`\# Two` + '\n\n' + String.raw`\- Three` + '\n\n' + String.raw`\+ Four`,
    ],
    ['marks', 'One *two* **three** `five` H<sub>2</sub>O and *mixed **marks** here*.'],
    ['lists in lists', '3. Three\n   - A bullet\n   - Another\n\n     with two paragraphs\n4. Four'],
    ['two lists in a row', '- One\n- Two\n\n1. Three\n2. Four'],
    ['quotes with lists', '> A quote\n>\n> - with a list'],
    ['tables', '| Name | Days |\n| --- | --- |\n| x \\| y | 30 |\n| z |  |'],
    ['footnotes', 'A word[^1] and more.\n\n[^1]: The footnote.'],
    ['preformatted words', '````\n```\n  text <b>\n```\n````'],
    ['links', '[One](#words), [two](https://example.org/a_(b)) and [three](mailto:a@example.org).'],
  ])('keeps %s', (_, body) => {
    const again = markdown(heading + body).replace('# Title\n\n', '');
    expect(canonicalText(read(again))).toBe(canonicalText(read(heading + body)));
  });

  test('keeps every word of every kind of block', () => {
    const body = readFileSync(`${root}tests/fixtures/every-kind/policy.mdx`, 'utf8').replace(/^---[\s\S]*?\n---\n/u, '');
    const words = (text: string) =>
      text.replaceAll(/\]\([^)]*\)| \[#[\w-]+\]|\[\^?|\]:?|<\/?(?:su[bp]|br)>|[\\*`~]/gu, '').replaceAll(/[\s|>-]+/gu, ' ');
    const shown = words(markdown(body));
    for (const line of canonicalText(read(body)).trimEnd().split('\n')) {
      for (const word of words(line.slice(line.indexOf('\t') + 1))
        .trim()
        .split(' '))
        expect(shown).toContain(word);
    }
  });

  test('parts two lists in a row', () => {
    expect(markdown(`${heading}- One\n\n* Two`)).toContain('- One\n\n<!-- -->\n\n- Two\n');
  });

  test('writes letters of a list as words, since Markdown knows none', () => {
    expect(markdown(`${heading}<ol type="a" start="2">\n<li>A lettered item</li>\n</ol>`)).toContain('- b. A lettered item\n');
  });
});
