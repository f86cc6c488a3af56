import { describe, expect, test } from 'vitest';
import { sheetStyles } from '../../src/cli/report/redline/sheet-styles.ts';
import { redlinePage } from '../../src/outputs/redline-page.ts';
import { redline } from '../../src/model/redline/redline.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { FEES, paragraph, plain, section, textOf } from '../model/redline/texts.ts';
import { day } from '../view/facts.ts';

const side = (version: string, status: 'draft' | 'published', effectiveFrom: string) => ({
  version,
  status,
  effectiveFrom: day(effectiveFrom),
  digests: { words: 'a'.repeat(64), record: 'b'.repeat(64) },
});

async function page(old: PolicyRecord, fresh: PolicyRecord, siteUrl = 'https://policies.example.org/legal'): Promise<string> {
  return redlinePage(redline(old, fresh), {
    siteUrl,
    title: 'Fees & more',
    earlier: side('one', 'published', '2026-01-01'),
    later: side('two', 'draft', '2027-03-01'),
    css: await sheetStyles(),
  });
}

const before = textOf(plain('fees', FEES));
const after = textOf(plain('fees', FEES.replace('five', 'six')));

describe('a redline as one file', () => {
  test('asks for nothing from anywhere and has no script', async () => {
    const html = await page(before, after);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|@import| src=|<base/u);
  });

  test('says of which texts it is, and what changed in figures, before the words', async () => {
    const html = await page(before, after);
    expect(html).toContain('<h1>Fees &amp; more: what changed from version one to version two</h1>');
    expect(html).toContain('Version one · from 1 January 2026 · fingerprint bbbb bbbb bbbb bbbb');
    expect(html).toContain('Version two · a draft, planned to take effect on 1 March 2027 · fingerprint');
    expect(html.indexOf('1 of 1 section changed; 1 number.')).toBeLessThan(html.indexOf('<article'));
    expect(html).toMatch(/<del[^>]*>(?:<span[^>]*>[^<]*<\/span>)?five<\/del><ins>(?:<span[^>]*>[^<]*<\/span>)?six<\/ins>/u);
  });

  test('opens every section on paper', async () => {
    expect(await page(before, after)).toMatch(/@media print[\s\S]*::details-content \{\s*content-visibility: visible/u);
  });

  test('leads to other policies on the site, and within the text on the page itself', async () => {
    const linked = textOf(
      section('fees', [
        paragraph(
          FEES,
          { kind: 'link', target: { kind: 'policy', policy: 'terms', id: 'refunds' }, children: ['Refunds'] },
          { kind: 'link', target: { kind: 'within', id: 'fees' }, children: ['above'] },
        ),
      ]),
    );
    const html = await page(before, linked);
    expect(html).toContain('href="https://policies.example.org/legal/terms/#refunds"');
    expect(html).toContain('href="#fees"');
  });

  test('speaks the language of the text and runs in its direction', async () => {
    const german = (record: PolicyRecord): PolicyRecord => ({ ...record, lang: 'de' });
    expect(await page(german(before), german(after))).toContain('was sich von Fassung one zu Fassung two änderte');
    const arabic = (record: PolicyRecord): PolicyRecord => ({ ...record, lang: 'ar', dir: 'rtl' });
    expect(await page(arabic(before), arabic(after))).toContain('<html lang="ar" dir="rtl">');
  });
});
