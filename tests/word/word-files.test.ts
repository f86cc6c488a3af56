import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as docx from 'docx';
import { describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { redlineDocx } from '../../src/interchange/export/docx/redline-docx.ts';
import { importDocx } from '../../src/interchange/import/import-docx.ts';
import { importHtml } from '../../src/interchange/import/import-html.ts';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import type { ImportResult } from '../../src/interchange/import/import-policy.ts';
import { unexplained } from '../../src/interchange/import/receipt.ts';
import { splitFrontMatter } from '../../src/interchange/import/front-matter.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { redline } from '../../src/model/redline/redline.ts';
import { markdownText } from '../../src/outputs/markdown.ts';
import { partOf, wordsOf } from '../interchange/export/docx/decide.ts';
import { converted, pandocWords } from './programs.ts';

const SLOW = 300_000;
const corpus = process.env['CODICIL_CORPUS'] ?? '';

function recordOf({ body, retired }: Pick<ImportResult, 'body' | 'retired'>, lang: string): PolicyRecord {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang, retired });
  if (!record) throw new Error('The text cannot be read.');
  return record;
}

const said = (record: PolicyRecord): readonly string[] => canonicalLines(record).map(({ text }) => text);

async function imported(bytes: Uint8Array, lang: string): Promise<readonly string[]> {
  // LibreOffice makes comments of Word out of those of a page.
  const result = await importDocx({ bytes, fileName: 'policy.docx', lang, changes: 'accept' });
  const { receipt, findings } = result;
  expect([...findings, ...unexplained(receipt.lost), ...receipt.added]).toEqual([]);
  return said(recordOf(result, lang));
}

const written = (record: PolicyRecord): string =>
  markdownText(record, 'Title of the policy', (target) =>
    target.kind === 'address' ? target.href : `#${target.kind === 'within' ? target.id : ''}`,
  );

/** The sample's versions, and some of real policies where there are any. */
const sample = globSync('content/policies/*/*/policy.mdx', { cwd: root }).toSorted();
const real = corpus === '' ? [] : globSync('*/*/*.md', { cwd: corpus }).toSorted();
const spread = real.filter((_, index) => index % Math.ceil(real.length / 45) === 0);

function textOf(file: string): { readonly record: PolicyRecord; readonly lang: string } {
  const lang = /-(ar|de|he|ja)\//u.exec(file)?.[1] ?? 'en';
  if (file.endsWith('.mdx')) {
    const body = splitFrontMatter(readFileSync(join(root, file), 'utf8')).rest;
    return { record: recordOf({ body, retired: {} }, lang), lang };
  }
  const result = importMarkdown({ text: readFileSync(join(corpus, file), 'utf8'), fileName: 'policy.md', lang });
  return { record: recordOf(result, lang), lang };
}

/** Pandoc leaves tags out of a Word file, and does not see the mark between a curly quotation mark and a link. */
const isLegible = (file: string): boolean => !/<(?:table|br|ul|su[bp]|em|strong)\b|“\*\*\[/u.test(written(textOf(file).record));

describe('a policy that pandoc made a Word file of', () => {
  const files = [...sample, ...spread.filter(isLegible)];

  test('is one of the sample, or of twenty real ones where there are any', () => {
    expect(files.length).toBeGreaterThanOrEqual(sample.length + (real.length > 0 ? 20 : 0));
  });

  test.each(files)(
    '%s says the same when it is imported',
    async (file) => {
      const { record, lang } = textOf(file);
      expect(await imported(converted(written(record), 'md', 'pandoc'), lang)).toEqual(said(record));
    },
    SLOW,
  );

  test.each(sample)(
    '%s says the same when LibreOffice saved it in between',
    async (file) => {
      const { record, lang } = textOf(file);
      const made = converted(converted(written(record), 'md', 'pandoc'), 'docx', 'LibreOffice');
      expect(await imported(made, lang)).toEqual(said(record));
    },
    SLOW,
  );
});

describe.each(corpus === '' ? [] : ['privacy-2016-05-26.source', 'capture-2018-12-10'])('the See Tickets policy %s', (name) => {
  const read = (kind: string): string => readFileSync(join(corpus, 'seetickets', `${name}.${kind}`), 'utf8');
  const article = (): string =>
    `<!doctype html><meta charset="utf-8"><body>${/<article[\s\S]*?<\/article>/u.exec(read('html'))?.[0] ?? ''}`;
  const expected = (): readonly string[] => said(recordOf(importHtml({ text: read('html'), fileName: 'policy.html', lang: 'en' }), 'en'));

  test.each([
    ['Markdown', 'pandoc', () => converted(read('md'), 'md', 'pandoc')],
    ['HTML', 'pandoc', () => converted(article(), 'html', 'pandoc')],
    ['HTML', 'LibreOffice', () => converted(article(), 'html', 'LibreOffice')],
    ['Markdown', 'pandoc, then LibreOffice', () => converted(converted(read('md'), 'md', 'pandoc'), 'docx', 'LibreOffice')],
  ])(
    'says the same by way of a Word file that was made from its %s by %s',
    async (_, __, make) => {
      expect(await imported(make(), 'en')).toEqual(expected());
    },
    SLOW,
  );
});

/** Neighbours of the same policy, spread over all of them. */
function pairs(files: readonly string[], most: number): readonly (readonly [string, string])[] {
  const policy = (file: string): string =>
    file.endsWith('.mdx') ? file.split('/').slice(0, -2).join('/') : file.split('/').slice(0, -1).join('/');
  const all = files.flatMap((file, index) => {
    const before = files[index - 1];
    return before !== undefined && policy(before) === policy(file) ? [[before, file] as const] : [];
  });
  return all.filter((_, index) => index % Math.max(1, Math.floor(all.length / most)) === 0).slice(0, most);
}

describe('a redline for Word', () => {
  test.each([...pairs(sample, 9), ...pairs(real, 30)])(
    'from %s to %s gives pandoc the new text or the old, and LibreOffice its changes',
    async (before, after) => {
      const [old, fresh] = [textOf(before).record, textOf(after).record];
      const marked = redline(old, fresh);
      const bytes = await redlineDocx(
        marked,
        { title: 'Title', compared: '', href: (to) => (to.kind === 'address' ? to.href : 'https://example.org/') },
        docx,
      );
      expect([pandocWords(bytes, 'accept'), pandocWords(bytes, 'reject')]).toEqual([wordsOf(fresh), wordsOf(old)]);
      const opened = converted(bytes, 'docx', 'LibreOffice', 'fodt').toString();
      const hasMarks = /<w:(?:ins|del) /u.test(partOf(bytes, 'word/document.xml') + partOf(bytes, 'word/footnotes.xml'));
      expect(opened.includes('<text:changed-region')).toBe(hasMarks);
    },
    SLOW,
  );
});
