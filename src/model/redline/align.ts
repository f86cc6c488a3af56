import { likenessBy, sharedByColumn, sharedWords, type Bag } from './bag.ts';
import { heaviestRun } from './heaviest-run.ts';

/** Something that two texts have in an order: a row, a row of a table, a column. */
export interface Aligned {
  readonly structure: string;
  readonly bag: Bag;
  /** Only things of one kind go together, `table` with `table`; the roles of words may change. */
  readonly role: string;
}

/** Places in two lists that belong together. */
export type Pair = readonly [old: number, fresh: number];

/** From here on two things are one that was changed. */
const LEAST_LIKENESS = 0.45;
/** A table of more cells is not worth its time: most of two such texts is different. */
const MOST_CELLS = 250_000;

/**
 * Pairs of two lists in an order that both keep: equal ones first, then the most alike. What is left stands on one side only, or was
 * moved.
 */
export function align(old: readonly Aligned[], fresh: readonly Aligned[]): readonly Pair[] {
  const pairs: Pair[] = [];
  alignRange({ old, fresh, pairs }, { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: fresh.length });
  return pairs.toSorted(([a], [b]) => a - b);
}

interface Sides {
  readonly old: readonly Aligned[];
  readonly fresh: readonly Aligned[];
  readonly pairs: Pair[];
}

interface Range {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function alignRange(sides: Sides, range: Range): void {
  const { old, fresh, pairs } = sides;
  let { oldFrom, oldTo, newFrom, newTo } = range;
  const isSame = (i: number, j: number): boolean => old[i]?.structure === fresh[j]?.structure;
  while (oldFrom < oldTo && newFrom < newTo && isSame(oldFrom, newFrom)) pairs.push([oldFrom++, newFrom++]);
  while (oldFrom < oldTo && newFrom < newTo && isSame(oldTo - 1, newTo - 1)) pairs.push([--oldTo, --newTo]);
  if (oldFrom === oldTo || newFrom === newTo) return;
  const anchors = uniqueAnchors(sides, { oldFrom, oldTo, newFrom, newTo });
  if (anchors.length === 0) {
    alignGap(sides, { oldFrom, oldTo, newFrom, newTo });
    return;
  }
  let from = { oldFrom, newFrom };
  for (const [i, j] of anchors) {
    alignRange(sides, { ...from, oldTo: i, newTo: j });
    pairs.push([i, j]);
    from = { oldFrom: i + 1, newFrom: j + 1 };
  }
  alignRange(sides, { ...from, oldTo, newTo });
}

/** Equal things that stand once on either side, as many of them as keep their order (patience). */
function uniqueAnchors({ old, fresh }: Sides, { oldFrom, oldTo, newFrom, newTo }: Range): readonly Pair[] {
  const places = onlyPlaces(old, oldFrom, oldTo);
  const others = onlyPlaces(fresh, newFrom, newTo);
  const common: Pair[] = [];
  for (const [structure, i] of places) {
    const j = others.get(structure);
    if (i !== undefined && j !== undefined) common.push([i, j]);
  }
  return heaviestRun(
    common.toSorted(([a], [b]) => a - b),
    ([i]) => 1 + (old[i]?.bag.size ?? 0),
  );
}

/** Structures with their place; `undefined` for one that stands there more than once. */
function onlyPlaces(list: readonly Aligned[], from: number, to: number): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let at = from; at < to; at++) {
    const structure = list[at]?.structure ?? '';
    places.set(structure, places.has(structure) ? undefined : at);
  }
  return places;
}

function alignGap(sides: Sides, range: Range): void {
  const { old, fresh, pairs } = sides;
  const { oldFrom, oldTo, newFrom, newTo } = range;
  const rows = oldTo - oldFrom;
  const columns = newTo - newFrom;
  if (rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const worth = new Float64Array((rows + 1) * width);
  const choice = new Uint8Array((rows + 1) * width);
  const [DIAGONAL, UP] = [1, 2];
  const sharedOf = sharedByColumn(fresh.slice(newFrom, newTo).map(({ bag }) => bag));
  for (let i = 1; i <= rows; i++) {
    const a = old[oldFrom + i - 1];
    const shared = a ? sharedOf(a.bag) : [];
    for (let j = 1; j <= columns; j++) {
      const b = fresh[newFrom + j - 1];
      const alike = a && b ? similarityBy(a, b, shared[j - 1] ?? 0) : 0;
      const both =
        alike >= LEAST_LIKENESS
          ? (worth[(i - 1) * width + j - 1] ?? 0) + alike * (1 + Math.log1p((a?.bag.size ?? 0) + (b?.bag.size ?? 0)))
          : -1;
      const up = worth[(i - 1) * width + j] ?? 0;
      const left = worth[i * width + j - 1] ?? 0;
      const best = Math.max(both, up, left);
      worth[i * width + j] = best;
      choice[i * width + j] = best === both ? DIAGONAL : best === up ? UP : 0;
    }
  }
  let i = rows;
  let j = columns;
  while (i > 0 && j > 0) {
    const taken = choice[i * width + j];
    if (taken === DIAGONAL) pairs.push([oldFrom + --i, newFrom + --j]);
    else if (taken === UP) i--;
    else j--;
  }
}

/** How much two things are one, from 0 to 1. */
export function similarity(a: Aligned, b: Aligned): number {
  return similarityBy(a, b, sharedWords(a.bag, b.bag));
}

/** The same, where the number of words that both have is known. */
function similarityBy(a: Aligned, b: Aligned, shared: number): number {
  if ((a.role === 'table') !== (b.role === 'table')) return 0;
  if (a.structure === b.structure) return 1;
  const alike = likenessBy(a.bag, b.bag, shared);
  if (a.bag.size === 0 || b.bag.size === 0) return a.bag.size === b.bag.size && a.role === b.role ? 0.5 : 0;
  return a.role === b.role ? alike * 0.99 : alike * 0.9;
}
