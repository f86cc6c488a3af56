import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import { markdownWords, withoutSigns } from '../../src/mdx/markdown-words.ts';
import { pageText } from '../../src/mdx/page-text.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { markdownText } from '../../src/outputs/markdown.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

function recordOf(file: string): PolicyRecord {
  const lang = /-(ar|de|he|ja)\//u.exec(file)?.[1] ?? 'en';
  const { body, retired } = importMarkdown({ text: readFileSync(join(corpus, file), 'utf8'), fileName: basename(file), lang });
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang, retired });
  if (!record) throw new Error(`${file} cannot be read.`);
  return record;
}

/** What "verify --deep" compares must be the same in every text that anybody really wrote, or it would cry wolf. */
describe.each(globSync('*/*/*.md', { cwd: corpus }).toSorted())('%s', (file) => {
  const record = recordOf(file);

  test('says its canonical text in the markup of record.html', () => {
    const { lines } = pageText(recordDocument(record, 'Title'));
    expect(lines.map(({ section, text }) => `${section}\t${text}\n`).join('')).toBe(canonicalText(record));
  });

  test('says its words in policy.md', () => {
    const markdown = markdownText(record, 'Title', (target) => (target.kind === 'address' ? target.href : '#'));
    const canonical = canonicalText(record).replaceAll(/^[^\t]*\t/gmu, '');
    expect(withoutSigns(markdownWords(markdown))).toEqual(withoutSigns(canonical));
  });
});
