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

/**
 * How many words a text shares with each of several, in their order: the same figures as of sharedWords, by one look at each word of the text
 * instead of one for each of them. What it gives is overwritten by the next call.
 */
export function sharedByColumn(bags: readonly Bag[]): (bag: Bag) => ArrayLike<number> {
  const places = new Map<string, { readonly at: number[]; readonly counts: number[] }>();
  for (const [column, bag] of bags.entries()) {
    for (const [word, count] of bag.counts) {
      const known = places.get(word);
      if (known) {
        known.at.push(column);
        known.counts.push(count);
      } else places.set(word, { at: [column], counts: [count] });
    }
  }
  const shared = new Float64Array(bags.length);
  return (bag) => {
    shared.fill(0);
    for (const [word, count] of bag.counts) {
      const { at, counts } = places.get(word) ?? NOWHERE;
      for (let index = 0; index < at.length; index++) {
        const column = at[index] ?? 0;
        shared[column] = (shared[column] ?? 0) + Math.min(count, counts[index] ?? 0);
      }
    }
    return shared;
  };
}

const NOWHERE = { at: [], counts: [] };

/** How like each other two texts are, from 0 to 1: twice the words they share by the words of both (Dice); 1 when both are empty. */
export function likeness(a: Bag, b: Bag): number {
  return likenessBy(a, b, sharedWords(a, b));
}

/** The same, where the number of words that both share is known. */
export function likenessBy(a: Bag, b: Bag, shared: number): number {
  const all = a.size + b.size;
  return all === 0 ? 1 : (2 * shared) / all;
}

/** Which part of one text stands in another, from 0 to 1; 0 for one without words. */
export function partOf(part: Bag, whole: Bag): number {
  return part.size === 0 ? 0 : sharedWords(part, whole) / part.size;
}
