import type { ArrangedSection } from './arrange.ts';
import type { ChangeCounter } from './change-counter.ts';
import type { ChangeKind, Terms } from './kinds.ts';
import type { Token } from './token.ts';
import { wordSegments, type Segment } from './words.ts';

/** A stretch of words, with the number of the change that it is; words that stay have none. */
export type MarkedSegment = Segment & { readonly change?: number | undefined };

export interface Marking {
  readonly counter: ChangeCounter;
  readonly terms: Terms;
  /** Place of the section in the redline. */
  readonly place: number;
}

/** Words of both texts with every difference numbered. `more` are kinds that each of them has besides its own. */
export function markedSegments(
  old: readonly Token[],
  fresh: readonly Token[],
  marking: Marking,
  more: readonly ChangeKind[] = [],
): readonly MarkedSegment[] {
  return numbered(wordSegments(old, fresh, marking.terms), marking, more);
}

export function numbered(
  segments: readonly Segment[],
  { counter, place }: Marking,
  more: readonly ChangeKind[] = [],
): readonly MarkedSegment[] {
  return segments.map((segment) =>
    segment.op === 'same' ? segment : { ...segment, change: counter.add([...more, ...segment.kinds], place) },
  );
}

/** The heading of a section: marked as one with a section that came or went as a whole, word by word otherwise. */
export function headingSegments(
  { state, old, fresh }: ArrangedSection,
  { isWhole, ...marking }: Marking & { readonly isWhole: boolean },
): readonly MarkedSegment[] {
  const [before, after] = [old?.heading ?? [], fresh?.heading ?? []];
  if (state === 'left') return same(before);
  if (isWhole) return before.length + after.length === 0 ? [] : [{ op: 'changed', old: before, fresh: after, kinds: ['heading'] }];
  return markedSegments(before, after, marking, ['heading']);
}

function same(tokens: readonly Token[]): readonly MarkedSegment[] {
  return tokens.length === 0 ? [] : [{ op: 'same', tokens }];
}
