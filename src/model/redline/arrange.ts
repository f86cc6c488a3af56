import { bagOfAll, sharedWords, type Bag } from './bag.ts';
import type { FlatSection } from './flat.ts';
import { heaviestRun } from './heaviest-run.ts';
import type { SectionPairs } from './pair-sections.ts';

/** A section as it stands in the redline: of both texts, of one, or the place that a moved one has left. */
export interface ArrangedSection {
  readonly state: 'kept' | 'added' | 'removed' | 'left';
  readonly old?: FlatSection | undefined;
  readonly fresh?: FlatSection | undefined;
  readonly depth: number;
  /** It stands elsewhere among the sections that both texts have, by itself and not only with the one that it stands in. */
  readonly isMoved: boolean;
  /** It stands elsewhere because the section that it stands in does; `isMoved` is false then. */
  readonly isAlong: boolean;
}

/** The new text's sections in its order; what is gone, and the places that moved ones have left, where they stood. */
export function arrangeSections(
  old: readonly FlatSection[],
  fresh: readonly FlatSection[],
  { pairs }: SectionPairs,
): readonly ArrangedSection[] {
  const moved = movedSections(old, fresh, pairs);
  const olds = new Map([...pairs].map(([a, b]) => [b, old[a]]));
  const list: ArrangedSection[] = fresh.map((section) => {
    const earlier = olds.get(section.index);
    const state = earlier ? 'kept' : 'added';
    const move = earlier && moved.get(earlier.index);
    return { state, old: earlier, fresh: section, depth: section.depth, isMoved: move === 'itself', isAlong: move === 'along' };
  });
  // Where each old section ended up in the list, moved ones at the place that they have left.
  const shown = new Map<number, ArrangedSection>();
  for (const item of list) if (item.old && !moved.has(item.old.index)) shown.set(item.old.index, item);
  for (const section of old) {
    if (shown.has(section.index)) continue;
    const isMoved = moved.get(section.index);
    // A section that only went along with the one it stands in has left no place of its own.
    if (isMoved === 'along') {
      const above = shown.get(section.index - 1);
      if (above) shown.set(section.index, above);
      continue;
    }
    const target = pairs.get(section.index);
    const item: ArrangedSection = {
      state: isMoved ? 'left' : 'removed',
      old: section,
      fresh: target === undefined ? undefined : fresh[target],
      depth: section.depth,
      isMoved: isMoved !== undefined,
      isAlong: false,
    };
    list.splice(placeAfter(list, shown.get(section.index - 1), item), 0, item);
    shown.set(section.index, item);
  }
  return list;
}

/** Behind the section before it, and behind everything that stands within that one, but not out of the one that holds both. */
function placeAfter(list: readonly ArrangedSection[], before: ArrangedSection | undefined, item: ArrangedSection): number {
  let place = before ? list.indexOf(before) + 1 : 0;
  if (!before) return place;
  while ((list[place]?.depth ?? 0) > item.depth || isNotesOf(list[place], list[place - 1], item)) place++;
  return place;
}

/** Footnotes stay with the section that they belong to. */
function isNotesOf(next: ArrangedSection | undefined, above: ArrangedSection | undefined, item: ArrangedSection): boolean {
  if (next === undefined || above === undefined) return false;
  return (next.fresh ?? next.old)?.kind === 'notes' && (item.old ?? item.fresh)?.kind !== 'notes' && next.depth >= item.depth;
}

/** Old sections that stand elsewhere, by themselves or along with the one that they stand in; as few as can be. */
export function movedSections(
  old: readonly FlatSection[],
  fresh: readonly FlatSection[],
  pairs: ReadonlyMap<number, number>,
): ReadonlyMap<number, 'itself' | 'along'> {
  const all = [...pairs].filter(([a]) => old[a]?.kind === 'section').toSorted(([a], [b]) => a - b);
  const bag = (section: FlatSection | undefined): Bag => bagOfAll(section?.rows.map((row) => row.bag) ?? []);
  // What both say of a section is what would be seen to move; of two that share as little, the shorter one moves.
  const weight = (a: Bag, b: Bag): number => 1 + sharedWords(a, b) + (a.size + b.size) / 1000;
  const inPlace = new Set(heaviestRun(all, ([a, b]) => weight(bag(old[a]), bag(fresh[b]))).map(([a]) => a));
  const moved = new Map<number, 'itself' | 'along'>();
  for (const [a, b] of all) {
    if (inPlace.has(a)) continue;
    const [above, there] = [old[a]?.parent, fresh[b]?.parent];
    const isAlong = above !== undefined && moved.has(above) && pairs.get(above) === there;
    moved.set(a, isAlong ? 'along' : 'itself');
  }
  for (const [a] of pairs) {
    const above = old[a]?.kind === 'notes' ? old[a].parent : undefined;
    if (above !== undefined && moved.has(above)) moved.set(a, 'along');
  }
  return moved;
}
