import { addresses, basePath, fileAddresses } from '../urls.ts';
import type { PolicyFacts, SiteContent, VersionFacts } from './site.ts';

/**
 * What search engines and archives may know of a text, as JSON-LD (schema.org `DigitalDocument`; a policy is no `Legislation`).
 * It names the days of its version, so that it stays true after them. None for drafts and for words that had to go.
 *
 * The text may stand in a `<script type="application/ld+json">` as it is: it holds no sign that could end one.
 */
export function structuredData({ site }: SiteContent, policy: PolicyFacts, version: VersionFacts): string | undefined {
  if (version.status === 'draft' || version.removed) return undefined;
  const base = basePath(site.url);
  const urls = addresses(base);
  const files = fileAddresses(base);
  const whole = (path: string): string => new URL(path, site.url).href;
  const days = version.fate.kind === 'governs' && version.basis === 'stated' ? version.fate.interval : undefined;
  const page = whole(urls.version(policy.name, version.name));
  const data = {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    url: page,
    name: version.title,
    version: version.name,
    inLanguage: version.lang,
    datePublished: version.isImported ? undefined : version.postedOn,
    temporalCoverage: days && `${days.from}/${days.until ?? '..'}`,
    expires: days?.until,
    publisher: { '@type': 'Organization', name: version.organisation },
    exampleOfWork: whole(urls.policy(policy.name)),
    encoding: {
      '@type': 'MediaObject',
      contentUrl: whole(files.text(policy.name, version.name)),
      encodingFormat: 'text/plain',
      sha256: version.digests.words,
    },
  };
  return JSON.stringify(data).replaceAll('<', String.raw`\u003C`);
}
