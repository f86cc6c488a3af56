import { bagOfAll, sharedWords, type Bag } from './bag.ts';
import type { FlatSection } from './flat.ts';
import { runsOf } from './runs.ts';

/** A section as it is compared with those of another text. */
export interface SectionBody {
  readonly section: FlatSection;
  readonly bag: Bag;
}

export function bodyOf(section: FlatSection): SectionBody {
  return { section, bag: bagOfAll(section.rows.map((row) => row.bag)) };
}

/** What a word tells about which section it stands in: much when few sections have it, next to nothing when all do. */
export type Weights = (word: string) => number;

export function weightsOf(old: readonly SectionBody[], fresh: readonly SectionBody[]): Weights {
  const [there, here] = [old, fresh].map(frequencies);
  const all = Math.max(old.length, fresh.length);
  return (word) => Math.log(all / Math.max(1, there?.get(word) ?? 0, here?.get(word) ?? 0)) + 0.1;
}

function frequencies(bodies: readonly SectionBody[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { bag } of bodies) for (const word of bag.counts.keys()) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** How like each other two bodies are, from 0 to 1, telling words counting most (weighted Dice); 0 when one is empty. */
export function bodyLikeness(a: SectionBody, b: SectionBody, weights: Weights): number {
  const both = weight(a.bag, weights) + weight(b.bag, weights);
  return both === 0 ? 0 : (2 * sharedWeight(a.bag, b.bag, weights)) / both;
}

/** Which part of the shorter body stands in the longer one, from 0 to 1, telling words counting most; 0 when one is empty. */
export function bodyPart(a: SectionBody, b: SectionBody, weights: Weights): number {
  const smaller = Math.min(weight(a.bag, weights), weight(b.bag, weights));
  return smaller === 0 ? 0 : sharedWeight(a.bag, b.bag, weights) / smaller;
}

function sharedWeight(a: Bag, b: Bag, weights: Weights): number {
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0) * weights(word);
  return shared;
}

function weight(bag: Bag, weights: Weights): number {
  let sum = 0;
  for (const [word, count] of bag.counts) sum += count * weights(word);
  return sum;
}

/** How like each other two headings are, from 0 to 1; 0 when one is empty. */
export function titleLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [first, second] = [a, b].map(wordsOfTitle);
  if (!first || !second || first.size === 0 || second.size === 0) return 0;
  return (2 * sharedWords(first, second)) / (first.size + second.size);
}

function wordsOfTitle(title: string): Bag {
  const counts = new Map<string, number>();
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Runs of three words, none across the end of a row. */
export function phrasesOf(section: FlatSection): Bag {
  return bagOfAll(section.rows.map((row) => runsOf(row.tokens, 3)));
}
