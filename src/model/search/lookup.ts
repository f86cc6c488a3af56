import type { IndexHit, SearchIndex } from './found.ts';

export interface Match {
  readonly hit: IndexHit;
  readonly weight: number;
  readonly isGuess: boolean;
}

/** Asks for a word, or for words that stand one after the other. */
export type Lookup = (words: string) => Promise<readonly Match[]>;

// By how much less a word weighs that only begins with the one asked for, and one that shares no more than a beginning with it.
const BEGINS = 0.4;
const GUESS = 0.3;

/**
 * What an index has for one word. Pagefind finds every word that begins with the stem of the one asked for and, where there is none, words
 * that share a beginning with it; asked once more between quotation marks it tells which records have the word itself. Of several words that
 * stand one after the other, only records count that have them so.
 */
export function lookupIn(index: SearchIndex): Lookup {
  const known = new Map<string, Promise<readonly Match[]>>();
  const ask = async (words: string): Promise<readonly Match[]> => {
    const [{ results }, exact] = await Promise.all([index(words), index(`"${words}"`)]);
    const sure = new Set(exact.results.map(({ id }) => id));
    // A score of nothing is a match in what is kept beside the words, such as the days of a version.
    const hits = results.filter(({ id, score }) => score > 0 && (!words.includes(' ') || sure.has(id)));
    return hits.map((hit) => ({ hit, weight: sure.has(hit.id) ? 1 : sure.size > 0 ? BEGINS : GUESS, isGuess: sure.size === 0 }));
  };
  return (words) => {
    const answer = known.get(words) ?? ask(words);
    known.set(words, answer);
    return answer;
  };
}
