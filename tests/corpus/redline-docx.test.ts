import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as docx from 'docx';
import { describe, expect, test } from 'vitest';
import { redlineDocx } from '../../src/interchange/export/docx/redline-docx.ts';
import { importDocx } from '../../src/interchange/import/import-docx.ts';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { redline } from '../../src/model/redline/redline.ts';
import { wordsAfter, wordsOf } from '../interchange/export/docx/decide.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

function recordOf(body: string, retired: Readonly<Record<string, string>>, lang: string): PolicyRecord {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang, retired });
  if (!record) throw new Error('The draft cannot be read.');
  return record;
}

function read(file: string): PolicyRecord {
  const lang = /-(ar|de|he|ja)\//u.exec(file)?.[1] ?? 'en';
  const { body, retired } = importMarkdown({ text: readFileSync(join(corpus, file), 'utf8'), fileName: 'policy.md', lang });
  return recordOf(body, retired, lang);
}

const said = (record: PolicyRecord): readonly string[] => canonicalLines(record).map(({ text }) => text);

/** Others than those that the slow check of Word files takes. */
const files = globSync('*/*/*.md', { cwd: corpus }).toSorted();
const neighbours = files.flatMap((file, index) => {
  const before = files[index - 1];
  return before !== undefined && dirname(before) === dirname(file) ? [[before, file] as const] : [];
});
const thirty = neighbours.filter((_, index) => index % Math.floor(neighbours.length / 30) === 5).slice(0, 30);

describe('a redline for Word of two real versions', () => {
  test('is tried on thirty pairs', () => {
    expect(thirty).toHaveLength(30);
  });

  test.each(thirty)('from %s to %s says the new text when all is accepted, and the old one when all is rejected', async (before, after) => {
    const [old, fresh] = [read(before), read(after)];
    const facts = { title: 'Title', compared: '', href: () => 'https://example.org/' };
    const bytes = await redlineDocx(redline(old, fresh), facts, docx);
    expect([wordsAfter(bytes, 'accept'), wordsAfter(bytes, 'reject')]).toEqual([wordsOf(fresh), wordsOf(old)]);
    for (const [changes, text] of [['accept', fresh] as const, ['reject', old] as const]) {
      const { body, retired, findings } = await importDocx({ bytes, fileName: 'redline.docx', lang: text.lang, changes });
      expect(findings).toEqual([]);
      expect(said(recordOf(body, retired, text.lang))).toEqual(said(text));
    }
  });
});
