import { canonicalLines, foldWords } from '../../model/record/canonical.ts';
import { wordsOf } from '../../model/record/inline.ts';
import { allSections, type PolicyRecord } from '../../model/record/record.ts';
import { headingLabel } from '../../model/record/section-id.ts';

/** How often each word, or run of words, stands in a section's own blocks, sub-sections left out. */
type WordBag = ReadonlyMap<string, number>;

/** A section or sub-section of a text, as it is compared with those of another. */
export interface KnownSection {
  readonly id: string;
  /** Its heading in canonical words without the label; empty on words that stand without one. */
  readonly heading: string;
  readonly words: WordBag;
  /** Runs of three words: single ones of a short text stand in every long one by chance. */
  readonly phrases: WordBag;
}

interface Body {
  readonly words: Map<string, number>;
  readonly phrases: Map<string, number>;
}

/** All sections and sub-sections of a text that have an id, in reading order. */
export function knownSections(record: PolicyRecord): readonly KnownSection[] {
  const bodies = new Map<string, Body>();
  for (const { section, paragraph, text } of canonicalLines(record)) {
    if (paragraph === undefined) continue;
    const body = bodies.get(section) ?? emptyBody();
    bodies.set(section, body);
    const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    for (const [index, word] of words.entries()) {
      body.words.set(word, (body.words.get(word) ?? 0) + 1);
      const phrase = words.slice(index, index + 3).join(' ');
      body.phrases.set(phrase, (body.phrases.get(phrase) ?? 0) + 1);
    }
  }
  return allSections(record).flatMap(({ id, heading }): readonly KnownSection[] => {
    if (id === undefined) return [];
    return [{ id, heading: heading ? headingLabel(foldWords(wordsOf(heading))).rest : '', ...(bodies.get(id) ?? emptyBody()) }];
  });
}

function emptyBody(): Body {
  return { words: new Map(), phrases: new Map() };
}

/** How like each other two bodies are, from 0 to 1: twice the words they share by the words of both (Dice). 0 when one is empty. */
export function likeness(a: WordBag, b: WordBag): number {
  const both = count(a) + count(b);
  return both === 0 ? 0 : (2 * shared(a, b)) / both;
}

/** Which part of one body stands in another, from 0 to 1. */
export function partOf(part: WordBag, whole: WordBag): number {
  const all = count(part);
  return all === 0 ? 0 : shared(part, whole) / all;
}

export function count(bag: WordBag): number {
  let all = 0;
  for (const number of bag.values()) all += number;
  return all;
}

function shared(a: WordBag, b: WordBag): number {
  let both = 0;
  for (const [word, number] of a) both += Math.min(number, b.get(word) ?? 0);
  return both;
}
