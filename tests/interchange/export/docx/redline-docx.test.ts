import * as docx from 'docx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redlineDocx } from '../../../../src/interchange/export/docx/redline-docx.ts';
import { importDocx } from '../../../../src/interchange/import/import-docx.ts';
import { unexplained } from '../../../../src/interchange/import/receipt.ts';
import { parsePolicy } from '../../../../src/mdx/parse-policy.ts';
import { canonicalLines } from '../../../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../../../src/model/record/record.ts';
import { redline } from '../../../../src/model/redline/redline.ts';
import { examples, record } from '../../../model/record/arbitrary.ts';
import { FEES, MORE, RIGHTS, SHARING } from '../../../model/redline/texts.ts';
import { partOf, wordsAfter, wordsOf } from './decide.ts';

const read = (body: string): PolicyRecord => {
  const parsed = parsePolicy({ body, file: 'policy.mdx', lang: 'en', retired: {} });
  if (!parsed.record) throw new Error(parsed.findings.map(({ message }) => message).join('\n'));
  return parsed.record;
};

const write = (old: PolicyRecord, fresh: PolicyRecord): Promise<Uint8Array> =>
  redlineDocx(
    redline(old, fresh),
    {
      title: 'Title',
      compared: 'one -> two',
      href: (to) => (to.kind === 'address' ? to.href : to.kind === 'within' ? `#${to.id}` : `https://example.org/${to.policy}/`),
    },
    docx,
  );

const said = (text: PolicyRecord): readonly string[] => canonicalLines(text).map((line) => line.text);

/** What our own import reads after it accepted or rejected all: labels, footnotes and cells too. */
async function readBack(bytes: Uint8Array, changes: 'accept' | 'reject'): Promise<readonly string[]> {
  const { body, receipt, findings } = await importDocx({ bytes, fileName: 'redline.docx', lang: 'en', changes });
  expect([...findings, ...unexplained(receipt.lost), ...receipt.added, ...receipt.moved]).toEqual([]);
  return body === '' ? [] : said(read(body));
}

const s = (id: string, ...blocks: readonly string[]): string => [`## About ${id} [#${id}]`, ...blocks].join('\n\n');

describe('a redline for Word', () => {
  test.each<[string, string, string]>([
    ['a changed word', s('fees', FEES), s('fees', FEES.replace('five', 'six'))],
    ['a paragraph that came', s('fees', FEES), s('fees', FEES, RIGHTS)],
    ['a paragraph that is gone', s('fees', FEES, RIGHTS), s('fees', RIGHTS)],
    [
      'a section that came and one that is gone',
      [s('fees', FEES), s('rights', RIGHTS)].join('\n\n'),
      [s('rights', RIGHTS), s('sharing', SHARING)].join('\n\n'),
    ],
    [
      'sections that changed places',
      [s('fees', FEES), s('rights', RIGHTS), s('sharing', SHARING, MORE)].join('\n\n'),
      [s('sharing', SHARING, MORE), s('fees', FEES), s('rights', RIGHTS)].join('\n\n'),
    ],
    [
      'a paragraph that moved and changed',
      [s('fees', FEES, MORE), s('rights', RIGHTS)].join('\n\n'),
      [s('fees', FEES), s('rights', RIGHTS, MORE.replace('must', 'may'))].join('\n\n'),
    ],
    ['a paragraph that was divided', s('fees', `${FEES} ${MORE}`), s('fees', FEES, MORE)],
    ['two paragraphs that became one', s('fees', FEES, MORE), s('fees', `${FEES} ${MORE}`)],
    ['a heading with another number', '## 1. Fees [#fees]\n\nOne.\n\n## 2. Rights [#rights]\n\nTwo.', '## 1. Rights [#rights]\n\nTwo.'],
    ['a heading at another level', `## Fees [#fees]\n\n### Post [#post]\n\n${FEES}`, `## Fees [#fees]\n\n## Post [#post]\n\n${FEES}`],
    ['bulleted items', s('fees', '- one\n- two\n  - inner\n- three'), s('fees', '- two\n  - inner\n  - more\n- three\n- four')],
    ['numbered items', s('fees', '1. one\n2. two\n3. three'), s('fees', '1. nought\n2. one\n3. three')],
    [
      'lettered items in numbered ones',
      s('fees', '<ol type="a">\n<li>one</li>\n<li>two</li>\n</ol>'),
      s('fees', '<ol type="a">\n<li>one</li>\n<li>\n\ntwo\n\n1. inner\n2. more\n\n</li>\n</ol>'),
    ],
    ['a list that counts from another number', s('fees', '3. one\n4. two'), s('fees', '4. one\n5. two')],
    ['bullets that became numbers', s('fees', '- one\n- two'), s('fees', '1. one\n2. two')],
    ['two lists in a row', s('fees', '1. one\n2. two\n\n* a\n* b'), s('fees', '1. one\n\n* a\n* b\n* c')],
    [
      'words in a table',
      s('fees', '| Data | Kept |\n| - | - |\n| Name | 30 days |'),
      s('fees', '| Data | Kept |\n| - | - |\n| Name | 60 days |'),
    ],
    [
      'rows of a table',
      s('fees', '| Data | Kept |\n| - | - |\n| Name | 30 days |\n| Age | a year |'),
      s('fees', '| Data | Kept |\n| - | - |\n| Post | 10 days |\n| Name | 30 days |'),
    ],
    [
      'columns of a table',
      s('fees', '| Data | Kept |\n| - | - |\n| Name | 30 days |'),
      s('fees', '| Data | Kept | Why |\n| - | - | - |\n| Name | 30 days | Law |'),
    ],
    ['a table that came', s('fees', FEES), s('fees', FEES, '| Data | Kept |\n| - | - |\n| Name | 30 days |', MORE)],
    ['a table that is gone', s('fees', '| Data | Kept |\n| - | - |\n| Name | 30 days |', FEES), s('fees', FEES)],
    ['words of a footnote', s('fees', 'A fee[^1] is due.\n\n[^1]: Five dollars.'), s('fees', 'A fee[^1] is due.\n\n[^1]: Six dollars.')],
    [
      'footnotes that came and went',
      s('fees', 'A fee[^1] is due now[^2].\n\n[^1]: Five dollars.\n\n[^2]: Today.'),
      s('fees', 'A fee is due[^1] now[^2].\n\n[^1]: By law.\n\n[^2]: Today.'),
    ],
    [
      'quotations and preformatted words',
      s('fees', `> ${FEES}`, '```\na  b\n\nc\n```'),
      s('fees', `> ${FEES.replace('five', 'six')}`, '```\na  b\n\nd\n```'),
    ],
    ['words before the first heading', `${FEES}\n\n${s('rights', RIGHTS)}`, `${FEES} ${MORE}\n\n${s('rights', RIGHTS)}`],
    ['a text without headings', FEES, `${FEES}\n\n${RIGHTS}`],
    ['another text altogether', s('fees', FEES, RIGHTS), s('sharing', SHARING, MORE)],
    ['the same text', s('fees', FEES), s('fees', FEES)],
  ])('says the new text when all is accepted and the old one when all is rejected: %s', async (_, before, after) => {
    const [old, fresh] = [read(before), read(after)];
    const bytes = await write(old, fresh);
    expect([wordsAfter(bytes, 'accept'), wordsAfter(bytes, 'reject')]).toEqual([wordsOf(fresh), wordsOf(old)]);
    const isMarked = /<w:(?:ins|del) /u.test(partOf(bytes, 'word/document.xml'));
    expect(before === after && isMarked).toBe(false);
    expect([await readBack(bytes, 'accept'), await readBack(bytes, 'reject')]).toEqual([said(fresh), said(old)]);
  });

  test('marks single words, not whole paragraphs', async () => {
    const bytes = await write(read(s('fees', FEES)), read(s('fees', FEES.replace('five', 'six'))));
    const xml = partOf(bytes, 'word/document.xml');
    expect(xml.match(/<w:del (?:(?!<\/w:del>)[\s\S])*<\/w:del>/gu)?.map((mark) => mark.replaceAll(/<[^>]*>/gu, '').trim())).toEqual([
      'five',
    ]);
    expect(xml.match(/<w:ins (?:(?!<\/w:ins>)[\s\S])*<\/w:ins>/gu)?.map((mark) => mark.replaceAll(/<[^>]*>/gu, '').trim())).toEqual([
      'six',
    ]);
  });

  test('has real headings, lists, tables, footnotes, links and emphasis', async () => {
    const body = s(
      'fees',
      'A **fee** of [five](https://example.org/a) *dollars*[^1], see [below](#rights).',
      '- one',
      '1. one',
      '| A | B |\n| - | - |\n| c | d |',
      '[^1]: Each.',
    );
    const bytes = await write(read(`${body}\n\n${s('rights', RIGHTS)}`), read(`${body}\n\n${s('rights', RIGHTS, MORE)}`));
    const xml = partOf(bytes, 'word/document.xml');
    for (const sign of [
      'w:val="Heading1"',
      '<w:numPr>',
      '<w:tblHeader/>',
      '<w:footnoteReference w:id="1"/>',
      '<w:hyperlink w:history="1" r:id="rIdLink1">',
      'w:anchor="rights"',
      '<w:b/>',
      '<w:i/>',
    ])
      expect(xml).toContain(sign);
    expect(partOf(bytes, 'word/footnotes.xml')).toContain('Each.');
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('Target="https://example.org/a" TargetMode="External"');
  });

  test('is the same file every time, of no person and no hour', async () => {
    const [old, fresh] = [read(s('fees', FEES, 'See [a](https://a.example) and [b](https://b.example).')), read(s('fees', MORE))];
    const [first, second] = [await write(old, fresh), await write(old, fresh)];
    expect(Buffer.compare(first, second)).toBe(0);
    const xml = partOf(first, 'word/document.xml') + partOf(first, 'docProps/core.xml');
    expect([...new Set(xml.match(/w:author="[^"]*"|w:date="[^"]*"|\d{4}-\d\d-\d\dT[^<"]*/gu))]).toEqual([
      'w:author="Codicil"',
      'w:date="2000-01-01T00:00:00Z"',
      '2000-01-01T00:00:00Z',
    ]);
  });

  test('says the two texts whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(record, record, async (old, fresh) => {
        const bytes = await write(old, fresh);
        expect(wordsAfter(bytes, 'accept')).toEqual(wordsOf(fresh));
        expect(wordsAfter(bytes, 'reject')).toEqual(wordsOf(old));
      }),
      examples(12),
    );
  });
});
