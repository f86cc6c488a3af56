import { wordsIn, type Synonyms } from '../../model/search/query.ts';
import { isSameWord } from '../../model/search/similar.ts';
import { de } from './de.ts';
import { en } from './en.ts';

const LISTS: Readonly<Record<string, Synonyms>> = { de, en };

/**
 * The words that readers use on any site, with those of the site itself, which come first. Words that no text says are left out: each
 * would cost a reader something and find nothing.
 */
export function synonymsFor(lang: string, own: Synonyms, texts: readonly string[]): Synonyms {
  const said = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
  const stems = [...said];
  const isSaid = (word: string): boolean => said.has(word) || stems.some((other) => isSameWord(word, other));
  const everyday = LISTS[lang.split('-')[0] ?? lang] ?? {};
  const keys = [...new Set([...Object.keys(own), ...Object.keys(everyday)])].toSorted();
  const entries = keys.map((key): readonly [string, readonly string[]] => {
    const others = [...new Set([...(own[key] ?? []), ...(everyday[key] ?? [])])];
    return [
      key,
      others.filter((other) =>
        wordsIn(other)
          .flatMap((word) => word.split(/[-'’.]/u))
          .every(isSaid),
      ),
    ];
  });
  return Object.fromEntries(entries.filter(([, others]) => others.length > 0));
}
