import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../src/model/search/answer.ts';
import type { SearchIndex } from '../../src/model/search/found.ts';
import { isAskedFor } from '../../src/model/search/pinned.ts';
import type { Synonyms } from '../../src/model/search/query.ts';
import { bundleFiles, closeIndexer, writeBundle } from '../../src/search/bundle.ts';
import { synonymsFor } from '../../src/search/everyday/everyday-words.ts';
import { versionRecords } from '../../src/search/live-records.ts';
import { withIndex } from '../../src/search/open-index.ts';
import type { SearchSettings } from '../../src/library/search-settings.ts';
import type { NewestText } from '../search/corpus-texts.ts';
import type { Question } from '../search/questions.ts';

export interface Missed {
  readonly ask: string;
  /** Place of the first right section, from 1; 0 when it is not among those shown. */
  readonly place: number;
  readonly found: readonly string[];
}

export interface Quality {
  readonly asked: number;
  readonly first: number;
  readonly firstThree: number;
  readonly missed: readonly Missed[];
}

const SHOWN = 10;

export async function quality(texts: readonly NewestText[], asked: readonly Question[], settings: SearchSettings): Promise<Quality> {
  const lang = texts[0]?.record.lang ?? 'en';
  const records = texts.flatMap(({ policy: name, title, record }) =>
    versionRecords({ version: '', title }, record, { name, kind: 'other', standing: 'in force' }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'codicil-search-'));
  try {
    await writeBundle(folder, await bundleFiles({ records, lang, hasEngine: true }));
    await closeIndexer();
    const synonyms = synonymsFor(
      lang,
      settings.synonyms,
      records.flatMap((record) => [record.title, record.content]),
    );
    return await withIndex(folder, lang, async (index) => {
      const found = await Promise.all(asked.map(async ({ ask }) => await firstOf(ask, { index, synonyms, lang, settings })));
      return told(asked, found);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Asking {
  readonly index: SearchIndex;
  readonly synonyms: Synonyms;
  readonly lang: string;
  readonly settings: SearchSettings;
}

async function firstOf(query: string, { index, synonyms, lang, settings }: Asking): Promise<readonly string[]> {
  const pinned = settings.pinned.filter(({ ask }) => ask.some((words) => isAskedFor(query, words, lang)));
  const { answers } = await answer({ query, synonyms, lang, most: SHOWN }, index);
  const found = answers.map(({ fragment }) => fragment.url.replace(/^\/([^/]+)\/#/u, '$1#'));
  return [...new Set([...pinned.map(({ show }) => `${show.policy}#${show.id}`), ...found])];
}

export function told(asked: readonly Question[], found: readonly (readonly string[])[]): Quality {
  const places = asked.map(({ answers }, index) => (found[index] ?? []).findIndex((name) => answers.includes(name)) + 1);
  return {
    asked: asked.length,
    first: places.filter((place) => place === 1).length,
    firstThree: places.filter((place) => place >= 1 && place <= 3).length,
    missed: asked.flatMap(({ ask }, index) =>
      places[index] === 1 ? [] : [{ ask, place: places[index] ?? 0, found: (found[index] ?? []).slice(0, 3) }],
    ),
  };
}
