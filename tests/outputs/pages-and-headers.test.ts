import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../.ci/headers.ts';
import { outputHeaders } from '../../src/outputs/headers.ts';
import { indexablePages } from '../../src/outputs/indexable.ts';
import { headersFile } from '../../src/outputs/security.ts';
import type { SiteContent } from '../../src/view/site.ts';
import { draftOf, policyOf, siteOf } from '../view/facts.ts';

const policy = policyOf([{ from: '2016-05-26' }, { from: '2024-01-01', zone: 'America/Los_Angeles' }, { from: '2027-03-01' }]);
const content = siteOf([policy], '2026-11-22');

function at(url: string): SiteContent {
  return { ...content, site: { ...content.site, url } };
}

describe('the headers', () => {
  const headers = (path: string, of = content, base = '/') => headersFor(parseHeaders(`${headersFile(base)}${outputHeaders(of)}`), path);

  test.each([
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/privacy/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/privacy/feed.json', 'application/feed+json; charset=utf-8'],
    ['/calendar.ics', 'text/calendar; charset=utf-8'],
    ['/privacy/timemap.link', 'application/link-format'],
    ['/privacy/2024-01-01/policy.md', 'text/markdown; charset=utf-8'],
  ])('say what %s is', (path, type) => {
    expect(headers(path)['content-type']).toBe(type);
    expect(headers(path)['content-security-policy']).toContain("default-src 'none'");
  });

  test('date a permanent page, and lead to its neighbours', () => {
    const own = headers('/privacy/2024-01-01/');
    expect(own['memento-datetime']).toBe('Mon, 01 Jan 2024 08:00:00 GMT');
    expect(own['link']).toBe(
      '</privacy/>; rel="original latest-version", </privacy/timemap.link>; rel="timemap"; type="application/link-format", </privacy/history/>; rel="version-history", </privacy/2016-05-26/>; rel="predecessor-version", </privacy/2027-03-01/>; rel="successor-version"',
    );
    expect(headers('/privacy/')['memento-datetime']).toBeUndefined();
  });

  test('let frozen files alone be kept for ever', () => {
    expect(headers('/privacy/2024-01-01/record.html')['cache-control']).toContain('immutable');
    expect(headers('/privacy/2024-01-01/policy.json')['cache-control']).toBeUndefined();
    expect(headers('/privacy/current.json')['cache-control']).toBeUndefined();
  });

  test('stand below the path of the site', () => {
    const below = at('https://example.org/legal');
    expect(headers('/legal/privacy/2024-01-01/', below, '/legal/')['link']).toContain('</legal/privacy/timemap.link>');
    expect(headers('/privacy/2024-01-01/', below, '/legal/')['link']).toBeUndefined();
  });
});

describe('the sitemap', () => {
  test('names the pages that search engines may keep, and no permanent page', () => {
    const draft = policyOf([], { name: 'cookies', versions: [draftOf('2027-05-01')] });
    const pages = [{ name: 'about', title: 'About' }];
    expect(
      indexablePages({ ...content, policies: [draft, policy], pages }).map((url) => url.replace('https://policies.example.org', '')),
    ).toEqual([
      '/',
      '/privacy/',
      '/privacy/history/',
      '/privacy/compare/',
      '/privacy/2016-05-26/changes/',
      '/privacy/2024-01-01/changes/',
      '/privacy/2027-03-01/changes/',
      '/notices/',
      '/about/',
    ]);
    expect(indexablePages(at('https://example.org/legal'))[1]).toBe('https://example.org/legal/privacy/');
  });

  test('is empty for a sample', () => {
    expect(indexablePages({ ...content, site: { ...content.site, sample: true } })).toEqual([]);
  });
});
