import { addresses, basePath } from '../urls.ts';
import type { SiteContent } from '../view/site.ts';
import { isIndexable, publishedOf } from '../view/succession.ts';

/**
 * Whole addresses of the pages that a search engine may keep, for the sitemap: none of sample content, no drafts, and
 * permanent pages of versions only where the site says so. It depends on no day.
 */
export function indexablePages({ site, policies, pages }: SiteContent): readonly string[] {
  if (site.sample) return [];
  const urls = addresses(basePath(site.url));
  const published = policies.filter((policy) => publishedOf(policy).length > 0);
  const paths = [
    urls.home,
    ...published.flatMap((policy) => [
      urls.policy(policy.name),
      urls.history(policy.name),
      urls.compare(policy.name),
      ...publishedOf(policy).flatMap((version) => [
        ...(isIndexable(site, version) ? [urls.version(policy.name, version.name)] : []),
        urls.changes(policy.name, version.name),
      ]),
    ]),
    urls.notices,
    ...pages.map(({ name }) => urls.page(name)),
  ];
  return paths.map((path) => new URL(path, site.url).href);
}
