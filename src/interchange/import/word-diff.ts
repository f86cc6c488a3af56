import { hunksOf } from '../../model/redline/hunks.ts';

export interface WordDifference {
  /** Places in the first list whose words the second one lacks. */
  readonly lost: readonly number[];
  /** Places in the second list whose words the first one lacks. */
  readonly added: readonly number[];
  /** Places in the first list whose words stand elsewhere in the second. */
  readonly moved: readonly number[];
}

/**
 * Compares two lists of words in order. A word lost in one place and added in another has moved. Lists that differ in more than a
 * thousand places or so are counted without regard to order.
 */
export function diffWords(before: readonly string[], after: readonly string[]): WordDifference {
  const hunks = hunksOf(before, after);
  const lost = hunks.flatMap(({ oldFrom, oldTo }) => placesIn(oldFrom, oldTo));
  const added = hunks.flatMap(({ newFrom, newTo }) => placesIn(newFrom, newTo));
  return cancelMoves(lost, added, before, after);
}

function placesIn(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function cancelMoves(
  lost: readonly number[],
  added: readonly number[],
  before: readonly string[],
  after: readonly string[],
): WordDifference {
  const waiting = new Map<string, number[]>();
  for (const place of added) {
    const word = after[place] ?? '';
    waiting.set(word, [...(waiting.get(word) ?? []), place]);
  }
  const moved: number[] = [];
  const found = new Set<number>();
  for (const place of lost) {
    const match = waiting.get(before[place] ?? '')?.shift();
    if (match === undefined) continue;
    moved.push(place);
    found.add(match);
  }
  const hasMoved = new Set(moved);
  return { lost: lost.filter((place) => !hasMoved.has(place)), added: added.filter((place) => !found.has(place)), moved };
}
