import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import type { ImportResult } from '../../src/interchange/import/import-policy.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { markdownText } from '../../src/outputs/markdown.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

function recordOf({ body, retired }: ImportResult, lang: string): PolicyRecord {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang, retired });
  if (!record) throw new Error('The draft cannot be read.');
  return record;
}

describe('policy.md of a real policy', () => {
  const files = globSync('*/*/*.md', { cwd: corpus }).toSorted();

  test('is there to be tried', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  test.each(files)('%s says the same when it is imported again, under the same section ids', (file) => {
    const lang = /-(ar|de|he|ja)\//u.exec(file)?.[1] ?? 'en';
    const first = importMarkdown({ text: readFileSync(join(corpus, file), 'utf8'), fileName: 'policy.md', lang });
    const record = recordOf(first, lang);
    const markdown = markdownText(record, first.title, (target) => {
      if (target.kind === 'within') return `#${target.id}`;
      return target.kind === 'address' ? target.href : `policy:${target.policy}${target.id === undefined ? '' : `#${target.id}`}`;
    });
    const again = importMarkdown({ text: markdown, fileName: 'policy.md', lang });
    expect(again.findings).toEqual([]);
    expect(canonicalText(recordOf(again, lang))).toBe(canonicalText(record));
  });
});
