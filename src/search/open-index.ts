import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchIndex } from '../model/search/found.ts';
import { HEADING_WEIGHTS } from '../model/search/ranking.ts';

interface Engine {
  readonly createInstance: (options: EngineOptions) => { readonly search: SearchIndex };
}

interface EngineOptions {
  readonly basePath: string;
  readonly baseUrl: string;
  readonly language: string;
  readonly noWorker: boolean;
  readonly ranking: { readonly metaWeights: typeof HEADING_WEIGHTS };
}

/**
 * Asks a built index with the engine that browsers load, from its files: what is found here is what readers find. Addresses of hits begin
 * with `/`, whatever the base of the site.
 *
 * While `work` runs, this process fetches files of the index and nothing else.
 */
export async function withIndex<T>(folder: string, lang: string, work: (index: SearchIndex) => Promise<T>): Promise<T> {
  const base = `${pathToFileURL(folder).href}/`;
  const module: unknown = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
  if (!isEngine(module)) throw new Error(`${folder}/pagefind.js is not the search engine that this release knows.`);
  const { fetch: before } = globalThis;
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    url.search = '';
    if (!url.href.startsWith(base)) throw new Error(`The search engine asked for ${url.href}, which is no file of its index.`);
    return new Response(await readFile(url));
  };
  try {
    const { search } = module.createInstance({
      basePath: base,
      baseUrl: '/',
      language: lang,
      noWorker: true,
      ranking: { metaWeights: HEADING_WEIGHTS },
    });
    return await work(search);
  } finally {
    globalThis.fetch = before;
  }
}

function isEngine(module: unknown): module is Engine {
  return typeof module === 'object' && module !== null && 'createInstance' in module && typeof module.createInstance === 'function';
}
