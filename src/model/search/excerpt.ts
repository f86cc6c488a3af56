import { wordsIn } from './query.ts';
import { isMeant } from './similar.ts';

/** A piece of an excerpt: words as they stand, and whether they are what was asked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Words in an excerpt. */
const LENGTH = 30;

/** The part of a text with the most of what was asked for, about 30 words; its beginning when nothing was found in it. */
export function excerpt(content: string, places: readonly number[]): readonly Piece[] {
  const words = wordsAt(content);
  const hits = new Set(places);
  const start = densest(words.length, places);
  const shown = words.slice(start, start + LENGTH);
  const pieces = shown.flatMap((text, place): readonly Piece[] => [
    { text: place === 0 ? '' : ' ', isHit: false },
    { text, isHit: hits.has(start + place) },
  ]);
  const end = start + shown.length < words.length ? ' …' : '';
  return joined([{ text: start > 0 ? '… ' : '', isHit: false }, ...pieces, { text: end, isHit: false }]);
}

/**
 * The words of a record that are what was asked for, lower case and each once: those at the places found, and those of its heading, of
 * which an index tells no place.
 */
export function hitWords(content: string, places: readonly number[], heading: string, asked: readonly string[]): readonly string[] {
  const words = wordsAt(content);
  const typed = asked.flatMap(wordsIn);
  const found = places.flatMap((place) => wordsIn(words[place] ?? ''));
  return [...new Set([...found, ...wordsIn(heading).filter((word) => typed.some((one) => isMeant(one, word)))])];
}

/** Where the excerpt begins: some words before the first place of the stretch that holds most of them. */
function densest(length: number, places: readonly number[]): number {
  const held = places.map((first) => places.filter((place) => place >= first && place < first + LENGTH).length);
  const first = places[held.indexOf(Math.max(0, ...held))] ?? 0;
  const last = places.findLast((place) => place < first + LENGTH) ?? first;
  // What is found stands in the middle, as far as the text goes.
  const start = first - Math.floor((LENGTH - (last - first + 1)) / 2);
  return Math.max(0, Math.min(start, length - LENGTH));
}

/** The words as Pagefind counts them. */
function wordsAt(content: string): readonly string[] {
  return content.split(/[^\S\uFEFF]+/gu);
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = result.at(-1);
    if (last?.isHit === piece.isHit && !piece.isHit) result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
