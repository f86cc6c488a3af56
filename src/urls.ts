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
  /** Every notice, newest first. */
  readonly notices: string;
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
    notices: at('notices/'),
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
