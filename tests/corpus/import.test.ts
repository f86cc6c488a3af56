import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importHtml } from '../../src/interchange/import/import-html.ts';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import type { ImportResult } from '../../src/interchange/import/import-policy.ts';
import { unexplained } from '../../src/interchange/import/receipt.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

function importFile(file: string): ImportResult {
  const lang = /-(ar|de|he|ja)\//u.exec(file)?.[1] ?? 'en';
  const input = { text: readFileSync(join(corpus, file), 'utf8'), fileName: basename(file), lang };
  return file.endsWith('.html') ? importHtml(input) : importMarkdown(input);
}

function textOf({ body, retired }: ImportResult): string {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang: 'en', retired });
  return record ? canonicalText(record) : '';
}

const SEEDS = ['privacy-2016-05-26.source.md', 'privacy-2016-05-26.source.html', 'capture-2018-12-10.md', 'capture-2018-12-10.html'];

describe.each(SEEDS)('the See Tickets policy from %s', (name) => {
  const result = importFile(`seetickets/${name}`);
  const { receipt } = result;

  test('has twelve sections and 45 list items', () => {
    expect([receipt.sectionCount, receipt.listItemCount]).toEqual([12, 45]);
  });

  test('loses and gains no word but for what the receipt names', () => {
    expect({ lost: unexplained(receipt.lost), added: receipt.added, moved: receipt.moved, findings: result.findings }).toEqual({
      lost: [],
      added: [],
      moved: [],
      findings: [],
    });
  });

  test('says the same as the other three files', () => {
    expect(textOf(result)).toBe(textOf(importFile(`seetickets/${SEEDS[0] ?? ''}`)));
  });

  test('is effective on 26 May 2016, read from an American date', () => {
    expect(result.effective).toMatchObject({ day: '2016-05-26', source: 'Effective Date: 05/26/2016' });
  });

  test('has its slips reported and left as they are', () => {
    const rules = receipt.oddities.map((oddity) => oddity.rule).toSorted();
    const cited = Array.from({ length: 5 }, () => 'section-cited');
    const once = ['contents-differ', 'double-punctuation', 'no-full-stop', 'no-space', 'semicolon-at-end'];
    expect(rules).toEqual([...once, ...cited, 'semicolon-inside', 'semicolon-inside'].toSorted());
    expect(result.body).toContain('about you.With regard');
    expect(result.body).toContain('users.;');
  });
});

describe.each(SEEDS.filter((name) => name.endsWith('.html')))('the page %s', (name) => {
  test('keeps all twelve anchors', () => {
    const { retired } = importFile(`seetickets/${name}`);
    expect(Object.keys(retired)).toEqual(Array.from({ length: 12 }, (_, index) => `link${index + 1}`));
    expect([retired['link1'], retired['link12']]).toEqual(['who-we-are', 'contact']);
  });
});

describe('every version of a real policy', () => {
  const files = globSync('*/*/*.md', { cwd: corpus }).toSorted();

  test('is there to be imported', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  test.each(files)('%s is imported without losing, adding or moving a word', (file) => {
    const { receipt, findings } = importFile(file);
    expect({ lost: unexplained(receipt.lost), added: receipt.added, moved: receipt.moved, findings }).toEqual({
      lost: [],
      added: [],
      moved: [],
      findings: [],
    });
  });
});
