import type { Token } from './token.ts';

/** How often each word stands in a text, figures and dates being alike: "Effective 1 May" is like "Effective 3 June". */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  /** Number of all words. */
  readonly size: number;
}

export function bagOf(tokens: readonly Token[]): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' || token.kind === 'note') continue;
    const word = token.kind === 'word' ? token.key.toLowerCase() : token.kind === 'address' ? '@' : '#';
    counts.set(word, (counts.get(word) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

/** The words of several texts together. */
export function bagOfAll(bags: readonly Bag[]): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const bag of bags) {
    for (const [word, count] of bag.counts) counts.set(word, (counts.get(word) ?? 0) + count);
    size += bag.size;
  }
  return { counts, size };
}

/** How many words two texts share, each as often as it stands in both. */
export function sharedWords(a: Bag, b: Bag): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let both = 0;
  for (const [word, count] of small.counts) both += Math.min(count, large.counts.get(word) ?? 0);
  return both;
}

/** How like each other two texts are, from 0 to 1: twice the words they share by the words of both (Dice); 1 when both are empty. */
export function likeness(a: Bag, b: Bag): number {
  const all = a.size + b.size;
  return all === 0 ? 1 : (2 * sharedWords(a, b)) / all;
}

/** Which part of one text stands in another, from 0 to 1; 0 for one without words. */
export function partOf(part: Bag, whole: Bag): number {
  return part.size === 0 ? 0 : sharedWords(part, whole) / part.size;
}
