import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { z } from 'zod';
import { recordDocument } from '../../src/model/record/document.ts';
import { closeIndexer } from '../../src/search/bundle.ts';
import { withIndex } from '../../src/search/open-index.ts';
import type { NewestText } from '../search/corpus-texts.ts';
import type { Question } from '../search/questions.ts';
import { told, type Quality } from './quality.ts';

const page = z.object({
  sub_results: z.array(z.object({ url: z.string(), locations: z.array(z.number()) })),
});

/**
 * The same questions to an index of whole pages, as Pagefind makes and asks it by itself: a question goes in as it stands, and the sections are the
 * sub-results of the best pages, those with the most of the words first.
 */
export async function pageQuality(texts: readonly NewestText[], asked: readonly Question[]): Promise<Quality> {
  const lang = texts[0]?.record.lang ?? 'en';
  const folder = await mkdtemp(join(tmpdir(), 'codicil-pages-'));
  try {
    const { index } = await createIndex();
    for (const { policy, title, record } of texts)
      await index?.addHTMLFile({ url: `/${policy}/`, content: withHeadingIds(recordDocument(record, title)) });
    await index?.writeFiles({ outputPath: folder });
    await closeIndexer();
    const found = await withIndex(folder, lang, (search) =>
      Promise.all(
        asked.map(async ({ ask }) => {
          const { results } = await search(ask);
          const pages = await Promise.all(results.slice(0, 5).map(async (result) => page.parse(await result.data())));
          return pages.flatMap(({ sub_results: parts }) =>
            parts.toSorted((a, b) => b.locations.length - a.locations.length).map(({ url }) => url.replace(/^\/([^/]+)\/(?:#|$)/u, '$1#')),
          );
        }),
      ),
    );
    return told(asked, found);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Pagefind finds sections by headings that have an id. */
function withHeadingIds(html: string): string {
  return html.replaceAll(/<section id="([^"]+)"><(h\d)/gu, '<section><$2 id="$1"');
}
