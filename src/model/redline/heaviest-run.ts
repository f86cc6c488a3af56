import type { Pair } from './align.ts';

/**
 * Of pairs in the order of their first places, the run whose second places rise and whose weights together are greatest: what
 * stays where it was when as little as possible counts as moved.
 */
export function heaviestRun(pairs: readonly Pair[], weightOf: (pair: Pair) => number): readonly Pair[] {
  const places = [...new Set(pairs.map(([, place]) => place))].toSorted((a, b) => a - b);
  const rank = new Map(places.map((place, index) => [place, index + 1]));
  // A Fenwick tree: for every second place, the pair that ends the heaviest run up to it.
  const best = Array.from({ length: places.length + 1 }, () => -1);
  const weights = Array.from({ length: pairs.length }, () => 0);
  const previous = Array.from({ length: pairs.length }, () => -1);
  let last = -1;
  for (const [index, pair] of pairs.entries()) {
    const end = rank.get(pair[1]) ?? 0;
    let before = -1;
    for (let at = end - 1; at > 0; at -= at & -at) before = heavier(before, best[at] ?? -1, weights);
    previous[index] = before;
    weights[index] = weightOf(pair) + (before < 0 ? 0 : (weights[before] ?? 0));
    for (let at = end; at < best.length; at += at & -at) best[at] = heavier(best[at] ?? -1, index, weights);
    last = heavier(last, index, weights);
  }
  const run: Pair[] = [];
  for (let at = last; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.toReversed();
}

function heavier(a: number, b: number, weights: readonly number[]): number {
  if (a < 0) return b;
  return b >= 0 && (weights[b] ?? 0) > (weights[a] ?? 0) ? b : a;
}
