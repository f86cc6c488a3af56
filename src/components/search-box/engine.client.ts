import type { SearchIndex } from '../../model/search/found.ts';
import type { EarlierVersion, SearchFacts } from '../../model/search/facts.ts';
import { HEADING_WEIGHTS } from '../../model/search/ranking.ts';

/** Pagefind, as far as it is used here. */
interface Pagefind {
  readonly createInstance: (options: object) => Instance;
}

interface Instance {
  readonly search: SearchIndex;
  readonly mergeIndex: (path: string, options: object) => Promise<void>;
}

/** What can be asked, and what is known of it. */
export interface Engine {
  /** Path of the site, `/` or `/legal/`. */
  readonly base: string;
  readonly facts: SearchFacts;
  /** Asks what is in force, and the folders named besides. */
  readonly index: (besides: readonly string[]) => Promise<SearchIndex>;
  /** The versions of a folder of earlier ones. */
  readonly versions: (folder: string) => Promise<readonly EarlierVersion[]>;
}

/** Loads facts and engine from the folder of the index; both at once, since each takes a way to the server and back. */
export async function loadEngine(folder: string): Promise<Engine> {
  const engine: Promise<Pagefind> = import(/* @vite-ignore */ `${folder}pagefind.js`);
  const facts = await json<SearchFacts>(`${folder}search.json`);
  for (const path of facts.ahead) fetchAhead(folder + path);
  const pagefind = await engine;
  const base = new URL('..', folder).pathname;
  const ranking = { metaWeights: HEADING_WEIGHTS };
  const common = { baseUrl: base, metaCacheTag: facts.tag, ranking };
  const instances = new Map<string, Promise<SearchIndex>>();
  const begin = async (besides: readonly string[]): Promise<SearchIndex> => {
    // Without a worker there is one file less to load, and texts of this size are searched as fast.
    const { search, mergeIndex } = pagefind.createInstance({ ...common, basePath: folder, noWorker: true });
    await Promise.all(besides.map((path) => mergeIndex(new URL(`${path}/`, folder).pathname, common)));
    return search;
  };
  const index: Engine['index'] = (besides) => once(instances, besides.join(' '), () => begin(besides));
  // Ready before the first question is.
  index([]).catch(() => undefined);
  return {
    base,
    facts,
    index,
    versions: (path) => json<readonly EarlierVersion[]>(`${folder}${path}/versions.json`),
  };
}

function fetchAhead(address: string): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = address;
  document.head.append(link);
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const value: T = await answer.json();
  return value;
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  // What could not be loaded is asked for again the next time.
  found.catch(() => known.delete(key));
  return found;
}
