/**
 * Every public address of the site. A promise to readers: none may change its meaning.
 *
 * `base` is the path under which the site stands, `/` or `/legal/`; addresses begin with it. The default language has no
 * prefix, another stands under `/<lang>/`.
 */
export interface Addresses {
  readonly home: string;
  readonly page: (name: string) => string;
  /** The version in force, at a section when one is named. */
  readonly policy: (policy: string, id?: string) => string;
  /** The permanent page of a version. */
  readonly version: (policy: string, version: string, id?: string) => string;
  /** The notice of a version: what it changes, and from when. */
  readonly changes: (policy: string, version: string) => string;
  /** All versions of a policy, with their days; `id` is that of a version's line. */
  readonly history: (policy: string, id?: string) => string;
  /** Any two versions of a policy, compared by the reader's browser; the fragment says which (`pairFragment`, `sinceFragment`). */
  readonly compare: (policy: string, fragment?: string) => string;
  /** Every notice, newest first. */
  readonly notices: string;
  readonly search: string;
  /** Every text in force on one page. */
  readonly all: string;
}

export function addresses(base: string, prefix = ''): Addresses {
  const root = `${base.replace(/\/*$/u, '/')}${prefix === '' ? '' : `${prefix}/`}`;
  const at = (path: string, id?: string): string => `${root}${path}${id === undefined ? '' : `#${id}`}`;
  return {
    home: root,
    page: (name) => at(`${name}/`),
    policy: (policy, id) => at(`${policy}/`, id),
    version: (policy, version, id) => at(`${policy}/${version}/`, id),
    changes: (policy, version) => at(`${policy}/${version}/changes/`),
    history: (policy, id) => at(`${policy}/history/`, id),
    compare: (policy, fragment) => at(`${policy}/compare/`, fragment),
    notices: at('notices/'),
    search: at('search/'),
    all: at('all/'),
  };
}

/** Two versions to compare, at a place in their redline when one is named. A fragment is sent to no server, so no log learns it. */
export function pairFragment(from: string, to: string, place?: string): string {
  return `${from}..${to}${place === undefined ? '' : `:${place}`}`;
}

/** What changed since a version, by its name, or since the one that was in force on a day. */
export function sinceFragment(version: string): string {
  return `since=${version}`;
}

/** Files for machines. Addresses of one policy stand below it, those of one version below its permanent page. */
export interface FileAddresses {
  readonly atom: (policy?: string) => string;
  readonly jsonFeed: (policy?: string) => string;
  readonly calendar: string;
  /** Which policies there are, and what of them is in force. */
  readonly policies: string;
  readonly versions: (policy: string) => string;
  readonly current: (policy: string) => string;
  /** Memento TimeMap (RFC 7089). */
  readonly timemap: (policy: string) => string;
  /** The frozen text, byte for byte. */
  readonly record: (policy: string, version: string) => string;
  readonly data: (policy: string, version: string) => string;
  /** The canonical text, whose SHA-256 is the digest of the words. */
  readonly text: (policy: string, version: string) => string;
  readonly markdown: (policy: string, version: string) => string;
  readonly ledger: string;
  /** Folder of the search index and of the engine that reads it. */
  readonly index: string;
  /** What search has to know of the site besides its index. */
  readonly searchFacts: string;
  readonly schema: (name: string) => string;
  /** SHA-256 of every other file of the site. */
  readonly manifest: string;
  readonly sitemap: string;
}

export function fileAddresses(base: string): FileAddresses {
  const root = base.replace(/\/*$/u, '/');
  const of = (policy: string | undefined, name: string): string => `${root}${policy === undefined ? '' : `${policy}/`}${name}`;
  return {
    atom: (policy) => of(policy, 'feed.xml'),
    jsonFeed: (policy) => of(policy, 'feed.json'),
    calendar: of(undefined, 'calendar.ics'),
    policies: of(undefined, 'policies.json'),
    versions: (policy) => of(policy, 'versions.json'),
    current: (policy) => of(policy, 'current.json'),
    timemap: (policy) => of(policy, 'timemap.link'),
    record: (policy, version) => of(policy, `${version}/record.html`),
    data: (policy, version) => of(policy, `${version}/policy.json`),
    text: (policy, version) => of(policy, `${version}/policy.txt`),
    markdown: (policy, version) => of(policy, `${version}/policy.md`),
    ledger: of(undefined, 'ledger.jsonl'),
    index: of(undefined, 'pagefind/'),
    searchFacts: of(undefined, 'pagefind/search.json'),
    schema: (name) => of('schemas', `${name}.json`),
    manifest: of(undefined, 'manifest.json'),
    sitemap: of(undefined, 'sitemap.xml'),
  };
}

/** Path of a site's address: `https://example.org/legal` gives `/legal/`. */
export function basePath(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/*$/u, '/');
}

/** Names that a policy may not take, because an address of the site or a file of its build needs them. */
export const RESERVED_POLICY_NAMES: readonly string[] = [
  '404',
  'all',
  'assets',
  'compare',
  'notices',
  'pagefind',
  'schemas',
  'search',
  'index',
];

/** Names that a version may not take. */
export const RESERVED_VERSION_NAMES: readonly string[] = [
  'changes',
  'compare',
  'current',
  'history',
  'index',
  'next',
  'timemap',
  'versions',
];
