/** The files of a site: SHA-256 by path, as `manifest.json` has them. */
export type Manifest = Readonly<Record<string, string>>;

/** What to do with a deployed site to make another one of it, in this order. */
export interface DeployPlan {
  /** Paths to send, one after the other; `manifest.json` is the last of them when anything differs. */
  readonly upload: readonly string[];
  /** Paths to take away, after everything was sent. */
  readonly delete: readonly string[];
  /** How many files stay as they are. */
  readonly unchanged: number;
}

const MANIFEST = 'manifest.json';

/**
 * What differs between two sites, in an order in which a reader never meets a link to a page that is not there: files that are new first,
 * since nothing leads to them yet; then those that changed, the permanent pages before what grows and the addresses that depend on the day
 * last; then what is gone. Input is not changed; same input, same plan.
 */
export function deployPlan(old: Manifest, fresh: Manifest): DeployPlan {
  const paths = Object.keys(fresh).filter((path) => path !== MANIFEST);
  const differ = paths.filter((path) => digestOf(old, path) !== fresh[path]);
  const gone = Object.keys(old).filter((path) => path !== MANIFEST && digestOf(fresh, path) === undefined);
  const order = (path: string): number => (digestOf(old, path) === undefined ? 0 : LATEST) + turnOf(path);
  const upload = differ.toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const isOther = upload.length > 0 || gone.length > 0;
  return {
    upload: isOther ? [...upload, MANIFEST] : [],
    delete: gone.toSorted((a, b) => turnOf(b) - turnOf(a) || (a < b ? -1 : 1)),
    unchanged: paths.length - differ.length,
  };
}

/** A path may be called as something that every object has. */
function digestOf(manifest: Manifest, path: string): string | undefined {
  return Object.hasOwn(manifest, path) ? manifest[path] : undefined;
}

const LATEST = 10;

/** Names that a policy's folder and the root have besides the folders of versions. */
const GROWING = new Set(['history', 'compare', 'notices', 'search']);
const OF_THE_DAY =
  /^(?:(?:[^/]+\/)?index\.html|all\/index\.html|policies\.json|[^/]+\/(?:versions|current)\.json|pagefind\/(?:search|pagefind-entry)\.json)$/u;

/** 0: files that are named after what is in them; 1: permanent pages; 2: what grows; 3: what depends on the day. */
function turnOf(path: string): number {
  if (OF_THE_DAY.test(path)) return 3;
  const [first = '', second, ...more] = path.split('/');
  if (first === '_astro' || first === 'pagefind') return 0;
  return second !== undefined && more.length > 0 && !GROWING.has(second) && first !== 'schemas' ? 1 : 2;
}
