import type { Bag } from './bag.ts';
import { isWord, type Token } from './token.ts';

/**
 * Runs of so many words after each other: single ones of a short text stand in every long one by chance. A text of fewer words, such as
 * an item that is the name of a country, is one run.
 */
export function runsOf(tokens: readonly Token[], length: number): Bag {
  const counts = new Map<string, number>();
  const words = tokens.filter(isWord).map((token) => token.key.toLowerCase());
  const size = words.length === 0 ? 0 : Math.max(1, words.length - length + 1);
  for (let at = 0; at < size; at++) {
    const run = words.slice(at, at + length).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { counts, size };
}
