import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../.ci/headers.ts';
import { outputHeaders } from '../../src/outputs/headers.ts';
import { indexablePages } from '../../src/outputs/indexable.ts';
import { headersFile } from '../../src/outputs/security.ts';
import type { SiteContent } from '../../src/view/site.ts';
import { versionPage } from '../../src/view/version-page.ts';
import { settingsFindings } from '../library/findings.ts';
import { SITE } from '../content-folder.ts';
import { day, draftOf, policyOf, siteOf } from '../view/facts.ts';

const gone = { reason: 'A court’s order', on: day('2026-10-01') };
const policy = policyOf(
  [{ from: '2016-05-26' }, { from: '2024-01-01', removed: gone }, { from: '2025-01-01', withdrawn: gone }, { from: '2027-03-01' }],
  { versions: [draftOf('2028-01-01')] },
);

function siteWith(settings: Partial<SiteContent['site']>): SiteContent {
  const content = siteOf([policy], '2026-11-22');
  return { ...content, site: { ...content.site, ...settings } };
}

/** Versions whose permanent pages search engines may keep, as the pages themselves, the sitemap and the headers say it. */
function kept(content: SiteContent): Readonly<Record<string, readonly string[]>> {
  const rules = parseHeaders(`${headersFile('/')}${outputHeaders(content)}`);
  const names = policy.versions.map(({ name }) => name);
  const pages = indexablePages(content);
  return {
    pages: policy.versions.filter((version) => versionPage({ content, policy, version }).frame.isIndexed).map(({ name }) => name),
    sitemap: names.filter((name) => pages.includes(`https://policies.example.org/privacy/${name}/`)),
    refusedByHeaders: names.filter((name) => 'x-robots-tag' in headersFor(rules, `/privacy/${name}/`)),
  };
}

describe('the permanent pages of versions', () => {
  test('are kept out of search engines, as long as the site says nothing else', () => {
    expect(kept(siteWith({}))).toEqual({ pages: [], sitemap: [], refusedByHeaders: [] });
  });

  test('may be kept when the site says so: all that have words and were published', () => {
    const all = ['2016-05-26', '2025-01-01', '2027-03-01'];
    expect(kept(siteWith({ indexVersions: true }))).toEqual({ pages: all, sitemap: all, refusedByHeaders: [] });
  });

  test('are kept out in a sample, whatever it says', () => {
    expect(kept(siteWith({ indexVersions: true, sample: true }))).toEqual({ pages: [], sitemap: [], refusedByHeaders: [] });
  });

  test('name themselves as the address to keep, either way', () => {
    for (const indexVersions of [true, false]) {
      const [version] = policy.versions;
      if (!version) throw new Error('There is no version.');
      const { canonical } = versionPage({ content: siteWith({ indexVersions }), policy, version }).frame;
      expect(canonical).toBe('https://policies.example.org/privacy/2016-05-26/');
    }
  });

  test('leave their other forms out, which would only stand beside them', () => {
    const rules = parseHeaders(`${headersFile('/')}${outputHeaders(siteWith({ indexVersions: true }))}`);
    for (const file of ['record.html', 'policy.json', 'policy.txt', 'policy.md'])
      expect(headersFor(rules, `/privacy/2016-05-26/${file}`)['x-robots-tag']).toBe('noindex');
  });
});

test('a setting that is neither true nor false is named at its line', () => {
  expect(settingsFindings('site', `${SITE}indexVersions: sometimes\n`)).toEqual([
    '9:16 settings-value "indexVersions" must be true or false. Here stands "sometimes".',
  ]);
});
