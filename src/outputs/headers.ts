import { addresses, basePath, fileAddresses } from '../urls.ts';
import type { PolicyFacts, SiteContent } from '../view/site.ts';
import { neighbours } from '../view/succession.ts';
import { httpDate, LINK_FORMAT, mementos } from './timemap.ts';

/**
 * The part of `_headers` that says what the files for machines are, and how the permanent pages stand to each other (RFC 7089
 * and RFC 5829). Hosts may read a limited number of rules; the rules that hold for many files come first, the newest versions
 * before older ones.
 */
export function outputHeaders(content: SiteContent): string {
  const base = basePath(content.site.url);
  const files = fileAddresses(base);
  const many: readonly Rule[] = [
    ...[files.atom(), files.atom(':policy')].map((path): Rule => [path, ['Content-Type: application/atom+xml; charset=utf-8']]),
    ...[files.jsonFeed(), files.jsonFeed(':policy')].map((path): Rule => [path, ['Content-Type: application/feed+json; charset=utf-8']]),
    [files.calendar, ['Content-Type: text/calendar; charset=utf-8']],
    [files.sitemap, ['Content-Type: application/xml; charset=utf-8']],
    [files.ledger, ['Content-Type: application/jsonl; charset=utf-8']],
    [files.timemap(':policy'), [`Content-Type: ${LINK_FORMAT}`]],
    // Whether or not search engines may keep the permanent pages, their other forms would only stand beside them.
    [files.record(':policy', ':version'), ['Cache-Control: public, max-age=31536000, immutable', 'X-Robots-Tag: noindex']],
    [files.data(':policy', ':version'), ['X-Robots-Tag: noindex']],
    [files.text(':policy', ':version'), ['Content-Type: text/plain; charset=utf-8', 'X-Robots-Tag: noindex']],
    [files.markdown(':policy', ':version'), ['Content-Type: text/markdown; charset=utf-8', 'X-Robots-Tag: noindex']],
  ];
  const permanent = content.policies.flatMap((policy) => permanentRules(policy, base));
  const rules = [...many, ...permanent.toSorted((a, b) => b.instant - a.instant).map(({ rule }) => rule)];
  return rules.map(([path, lines]) => `${[path, ...lines.map((line) => `  ${line}`)].join('\n')}\n`).join('');
}

type Rule = readonly [path: string, lines: readonly string[]];

function permanentRules(policy: PolicyFacts, base: string): readonly { readonly instant: number; readonly rule: Rule }[] {
  const urls = addresses(base);
  const timemap = fileAddresses(base).timemap(policy.name);
  return mementos(policy).map((version) => {
    const { before, after } = neighbours(policy, version);
    const links = [
      `<${urls.policy(policy.name)}>; rel="original latest-version"`,
      `<${timemap}>; rel="timemap"; type="${LINK_FORMAT}"`,
      `<${urls.history(policy.name)}>; rel="version-history"`,
      ...(before ? [`<${urls.version(policy.name, before.name)}>; rel="predecessor-version"`] : []),
      ...(after ? [`<${urls.version(policy.name, after.name)}>; rel="successor-version"`] : []),
    ];
    const instant = version.fate.interval.fromInstant;
    return {
      instant,
      rule: [urls.version(policy.name, version.name), [`Memento-Datetime: ${httpDate(instant)}`, `Link: ${links.join(', ')}`]],
    };
  });
}
