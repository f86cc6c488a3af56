import { canonicalText } from '../model/record/canonical.ts';
import type { LinkTarget, PolicyRecord } from '../model/record/record.ts';
import { addresses, basePath, fileAddresses } from '../urls.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from '../view/site.ts';
import { publishedOf } from '../view/succession.ts';
import { calendarFile } from './calendar.ts';
import { robotsFile, sitemapFile } from './crawlers.ts';
import { currentDocument, policiesDocument, versionDocument, versionsDocument } from './documents.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import { outputHeaders } from './headers.ts';
import { indexablePages } from './indexable.ts';
import { markdownText } from './markdown.ts';
import { documentSchemas } from './schemas.ts';
import { headersFile } from './security.ts';
import type { OutputFacts } from './telling.ts';
import { timeMap } from './timemap.ts';

/** A file of the site by its path, with `/` between the folders and none before the first. */
export type SiteFile = readonly [path: string, text: string];

/** The files that belong to the site as a whole. Same facts, same bytes. */
export function siteFiles(facts: OutputFacts, ledger: readonly string[]): readonly SiteFile[] {
  const { content } = facts;
  const { site } = content;
  const base = basePath(site.url);
  const files = fileAddresses('/');
  const calendar = calendarFile(facts);
  const all: readonly SiteFile[] = [
    ['/_headers', `${headersFile(base)}${outputHeaders(content)}`],
    ['/robots.txt', robotsFile(new URL(fileAddresses(base).sitemap, site.url).href)],
    [files.sitemap, sitemapFile(indexablePages(content))],
    [files.atom(), atomFeed(facts)],
    [files.jsonFeed(), jsonFeed(facts)],
    ...(calendar === undefined ? [] : [[files.calendar, calendar] as const]),
    [files.policies, policiesDocument(content)],
    [files.ledger, ledger.map((line) => `${line}\n`).join('')],
    ...documentSchemas((name) => new URL(fileAddresses(base).schema(name), site.url).href).map(([name, schema]): SiteFile => [
      files.schema(name),
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
    ...content.policies.filter((policy) => publishedOf(policy).length > 0).flatMap((policy) => policyFiles(policy, facts)),
  ];
  return all.map(([path, text]) => [path.slice(1), text]);
}

function policyFiles(policy: PolicyFacts, facts: OutputFacts): readonly SiteFile[] {
  const files = fileAddresses('/');
  const { content } = facts;
  return [
    [files.atom(policy.name), atomFeed(facts, policy.name)],
    [files.jsonFeed(policy.name), jsonFeed(facts, policy.name)],
    [files.versions(policy.name), versionsDocument(policy, content)],
    [files.current(policy.name), currentDocument(policy, content)],
    [files.timemap(policy.name), timeMap(content, policy)],
  ];
}

/** The other forms of one version's text; `html` is its frozen file as it stands. */
export function versionFiles(
  of: { readonly content: SiteContent; readonly policy: PolicyFacts; readonly version: PublishedFacts },
  text: { readonly record: PolicyRecord; readonly html: string },
): readonly SiteFile[] {
  const { content, policy, version } = of;
  const files = fileAddresses('/');
  const names = [policy.name, version.name] as const;
  const urls = addresses(basePath(content.site.url));
  const address = (target: LinkTarget): string => {
    if (target.kind === 'address') return target.href;
    return target.kind === 'within' ? `#${target.id}` : new URL(urls.policy(target.policy, target.id), content.site.url).href;
  };
  const all: readonly SiteFile[] = [
    [files.record(...names), text.html],
    [files.data(...names), versionDocument(content, policy, version, text.record)],
    [files.text(...names), canonicalText(text.record)],
    [files.markdown(...names), markdownText(text.record, version.title, address)],
  ];
  return all.map(([path, words]) => [path.slice(1), words]);
}

/** `/manifest.json`: SHA-256 of every other file, by its path; a day that changes a page changes its line. */
export function manifestFile(digests: Readonly<Record<string, string>>): string {
  const paths = Object.keys(digests).toSorted((a, b) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(paths.map((path) => [path, digests[path]])), undefined, 2)}\n`;
}
